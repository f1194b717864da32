import { Problem } from './problem';
import { sessionGate } from './sessionGate';

/** Every call of the suite: same origin, waits out an ended session, and names its failures. */
export async function suiteFetch(request: Request): Promise<Response> {
  const again = request.clone();
  const response = await send(request);
  if (response.status !== 401) return response;
  await sessionGate.untilSignedIn();
  return send(again);
}

async function send(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw Problem.unreachable();
  }
}

/** What openapi-fetch answers with. */
interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The body of a success; a refusal becomes a thrown Problem. */
export async function body<T>(call: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok) throw Problem.from(response.status, error);
  return data as T;
}

/** A thing together with the version that its next change must name in If-Match. */
export interface Versioned<T> {
  value: T;
  etag: string;
}

export async function versioned<T>(call: Promise<Answer<T>>): Promise<Versioned<T>> {
  const { data, error, response } = await call;
  if (!response.ok) throw Problem.from(response.status, error);
  return { value: data as T, etag: response.headers.get('ETag') ?? '' };
}

/** Where the progress of accepted work can be read: the path of the Location header. */
export async function accepted(call: Promise<Answer<unknown>>): Promise<string> {
  const { error, response } = await call;
  if (!response.ok) throw Problem.from(response.status, error);
  const location = response.headers.get('Location') ?? '';
  return new URL(location, window.location.origin).pathname;
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
  const response = await suiteFetch(
    new Request(new URL(path, window.location.origin), { headers: { Accept: 'application/json' } }),
  );
  if (!response.ok) throw await Problem.of(response);
  return response.json();
}
