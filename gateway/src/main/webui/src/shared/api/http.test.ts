import { afterEach, describe, expect, it, vi } from 'vitest';
import { everyPage, getJson, send, suiteFetch } from './http';
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

  describe('to a part that is restarting', () => {
    afterEach(() => vi.useRealTimers());

    function absent(times: number, sent: (string | null)[]) {
      vi.useFakeTimers();
      vi.stubGlobal('fetch', async (request: Request) => {
        sent.push(request.headers.get('Idempotency-Key'));
        return sent.length <= times
          ? new Response('{"code":"TEMPORARILY_UNAVAILABLE"}', { status: 503, headers: { 'Retry-After': '3' } })
          : new Response('{"id":"c1"}', { status: 201 });
      });
    }

    it('is sent again under the same key when the part said it would be back', async () => {
      const sent: (string | null)[] = [];
      absent(2, sent);

      const answer = send('POST', '/api/v1/briefs', { body: {}, key: 'k1' });
      await vi.advanceTimersByTimeAsync(2_900);
      expect(sent).toEqual(['k1']);
      await vi.advanceTimersByTimeAsync(3_200);

      expect((await answer).value).toEqual({ id: 'c1' });
      expect(sent).toEqual(['k1', 'k1', 'k1']);
    });

    it('ends with the problem when the part stays away', async () => {
      const sent: (string | null)[] = [];
      absent(9, sent);

      const answer = send('POST', '/api/v1/briefs', { body: {}, key: 'k1' }).catch((cause: unknown) => cause);
      await vi.advanceTimersByTimeAsync(10_000);

      expect(await answer).toMatchObject({ status: 503, code: 'TEMPORARILY_UNAVAILABLE' });
      expect(sent).toHaveLength(3);
    });

    it('is not sent again without a key: it may have been done', async () => {
      const sent: (string | null)[] = [];
      absent(9, sent);

      const answer = send('PUT', '/api/v1/briefs/1', { body: {}, etag: '"3"' }).catch((cause: unknown) => cause);
      await vi.advanceTimersByTimeAsync(10_000);

      expect(await answer).toMatchObject({ status: 503 });
      expect(sent).toEqual([null]);
    });
  });

  it('does not keep a file in memory to send it again', async () => {
    let sent = 0;
    vi.stubGlobal('fetch', async () => {
      sent += 1;
      return new Response('{}', { status: 503, headers: { 'Retry-After': '0' } });
    });
    const form = new FormData();
    form.append('file', new Blob(['a,b\n1,2\n']), 'm.csv');

    await send('POST', '/api/v1/metrics/imports', { body: form, key: 'k1' }).catch(() => undefined);

    expect(sent).toBe(1);
  });

  it('follows a list to its end', async () => {
    const asked: string[] = [];
    vi.stubGlobal('fetch', async (request: Request) => {
      asked.push(new URL(request.url).search);
      return new Response(
        request.url.includes('cursor') ? '{"items":[3],"nextCursor":null}' : '{"items":[1,2],"nextCursor":"a b"}',
      );
    });

    const all = await everyPage<number>('/api/v1/payouts?limit=200');

    expect(all).toEqual({ items: [1, 2, 3], nextCursor: null });
    expect(asked).toEqual(['?limit=200', '?limit=200&cursor=a%20b']);
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
