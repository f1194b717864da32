import { Problem } from './problem';
import { sessionGate } from './sessionGate';

const PATIENT_TRIES = 2;
const LONGEST_PAUSE_MS = 5_000;

/** Every call of the suite: same origin, waits out an ended session and a short absence, and names its failures. */
export async function suiteFetch(request: Request): Promise<Response> {
  const again = request.clone();
  const response = await patiently(request);
  if (response.status !== 401) return response;
  await sessionGate.untilSignedIn();
  return patiently(again);
}

/**
 * A part that restarts answers 503 and says when to come back. What carries an idempotency key is sent once more then, before
 * anybody is bothered: it is done once however often it arrives. Questions are asked again by who asked them; a file is not kept in
 * memory for it.
 */
async function patiently(request: Request, tries = PATIENT_TRIES): Promise<Response> {
  const isFile = request.headers.get('Content-Type')?.startsWith('multipart/');
  if (tries === 0 || isFile || !request.headers.has('Idempotency-Key')) return transmit(request);
  const again = request.clone();
  const response = await transmit(request);
  const pause = Number(response.headers.get('Retry-After') ?? Number.NaN) * 1000;
  if (response.status !== 503 || !(pause <= LONGEST_PAUSE_MS)) return response;
  await new Promise((resolve) => setTimeout(resolve, pause));
  return patiently(again, tries - 1);
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

const MOST_PAGES = 50;

/**
 * A list to its end, for places that show, add up or choose from the whole of it: no more than fifty pages.
 *
 * @param path with a question mark in it
 */
export async function everyPage<T>(path: string): Promise<Page<T>> {
  let page = await getJson<Page<T>>(path);
  const items = [...page.items];
  for (let pages = 1; page.nextCursor && pages < MOST_PAGES; pages++) {
    page = await getJson<Page<T>>(`${path}&cursor=${encodeURIComponent(page.nextCursor)}`);
    items.push(...page.items);
  }
  return { ...page, items };
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
