import { Problem } from './problem';
import { sessionGate } from './sessionGate';

/** Every call of the suite: same origin, waits out an ended session, and names its failures. */
export async function suiteFetch(request: Request): Promise<Response> {
  const again = request.clone();
  const response = await transmit(request);
  if (response.status !== 401) return response;
  await sessionGate.untilSignedIn();
  return transmit(again);
}

async function transmit(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw Problem.unreachable();
  }
}

/** A thing together with the version that its next change must name in If-Match. */
export interface Versioned<T> {
  value: T;
  etag: string;
}

/** The page that every list answers with. */
export interface Page<T> {
  items: T[];
  nextCursor?: string | null;
  total?: number | null;
}

export interface MoneyAmount {
  amountMinor: number;
  currency: string;
}

/** A plain question by path: for places that no OpenAPI describes, like the Location of accepted work. */
export async function getJson<T>(path: string): Promise<T> {
  return (await getVersioned<T>(path)).value;
}

export async function getVersioned<T>(path: string): Promise<Versioned<T>> {
  return answered(await suiteFetch(new Request(here(path), { headers: { Accept: 'application/json' } })));
}

interface Sending {
  body?: unknown;
  /** Idempotency key, for POST. */
  key?: string;
  /** The version that is changed, for If-Match. */
  etag?: string;
}

export async function send<T>(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  sending: Sending,
): Promise<Versioned<T>> {
  const headers = new Headers({ Accept: 'application/json' });
  if (sending.key) headers.set('Idempotency-Key', sending.key);
  if (sending.etag) headers.set('If-Match', sending.etag);
  const { body: content } = sending;
  if (content !== undefined && !(content instanceof FormData)) headers.set('Content-Type', 'application/json');
  const text = content === undefined || content instanceof FormData ? content : JSON.stringify(content);
  return answered(await suiteFetch(new Request(here(path), { method, headers, body: text })));
}

function here(path: string): URL {
  return new URL(path, window.location.origin);
}

async function answered<T>(response: Response): Promise<Versioned<T>> {
  if (!response.ok) throw await Problem.of(response);
  const text = await response.text();
  return { value: (text ? JSON.parse(text) : undefined) as T, etag: response.headers.get('ETag') ?? '' };
}
