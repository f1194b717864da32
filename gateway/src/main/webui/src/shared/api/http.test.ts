import { afterEach, describe, expect, it, vi } from 'vitest';
import { getJson, send, suiteFetch } from './http';
import { Problem } from './problem';
import { sessionGate } from './sessionGate';

afterEach(() => vi.unstubAllGlobals());

describe('a call', () => {
  it('b2_waits_out_an_ended_session_and_is_sent_again_as_it_was', async () => {
    // Given a session that has ended
    let signedIn = false;
    const sent: { key: string | null; text: string }[] = [];
    vi.stubGlobal('fetch', async (request: Request) => {
      sent.push({ key: request.headers.get('Idempotency-Key'), text: await request.text() });
      return new Response(signedIn ? '{"ok":true}' : '{}', { status: signedIn ? 200 : 401 });
    });
    const request = new Request('http://localhost/api/v1/campaigns', {
      method: 'POST',
      headers: { 'Idempotency-Key': 'k1' },
      body: '{"name":"春"}',
    });

    // When a form is sent, and the person signs in again
    const answer = suiteFetch(request);
    await vi.waitFor(() => expect(sessionGate.expired).toBe(true));
    signedIn = true;
    sessionGate.resume();

    // Then the same call went out again, and the form got its answer
    expect((await answer).status).toBe(200);
    expect(sent).toEqual([
      { key: 'k1', text: '{"name":"春"}' },
      { key: 'k1', text: '{"name":"春"}' },
    ]);
  });

  it('turns a refusal into a problem with its code and fields', async () => {
    const refusal = {
      title: 'Unprocessable',
      detail: 'The end lies before the start.',
      code: 'ENDS_BEFORE_START',
      errors: [{ field: 'endsOn', code: 'BEFORE_START', detail: 'before start' }],
    };
    vi.stubGlobal('fetch', async () => new Response(JSON.stringify(refusal), { status: 422 }));

    const problem = await getJson('/api/v1/campaigns').catch((cause: unknown) => cause as Problem);

    expect(problem).toMatchObject({
      status: 422,
      code: 'ENDS_BEFORE_START',
      message: 'The end lies before the start.',
    });
    expect((problem as Problem).fields[0]?.field).toBe('endsOn');
  });

  it('sends a change against the version that was seen, under its key', async () => {
    const sent: Request[] = [];
    vi.stubGlobal('fetch', async (request: Request) => {
      sent.push(request);
      return new Response('{"id":"c1"}', { status: 200, headers: { ETag: '"5"' } });
    });

    const saved = await send('POST', '/api/v1/collaborations/c1/ship', {
      body: { carrier: 'SF' },
      key: 'k1',
      etag: '"4"',
    });

    expect(saved).toEqual({ value: { id: 'c1' }, etag: '"5"' });
    expect(sent[0]?.headers.get('If-Match')).toBe('"4"');
    expect(sent[0]?.headers.get('Idempotency-Key')).toBe('k1');
  });

  it('says that nothing was reached when the line is cut', async () => {
    vi.stubGlobal('fetch', async () => {
      throw new TypeError('Failed to fetch');
    });

    await expect(suiteFetch(new Request('http://localhost/api/v1/kols'))).rejects.toMatchObject({
      code: 'UNREACHABLE',
    });
  });

  it('keeps the status of an answer that is no problem', () => {
    expect(Problem.from(502, undefined)).toMatchObject({ code: 'HTTP_502', isTemporary: true });
  });
});
