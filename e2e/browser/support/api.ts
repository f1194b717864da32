import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import type { Person } from './person';

/** What a test needs to be there before people click: asked for with the session of that person. */
export async function asks<T>(person: Person, path: string): Promise<T> {
  const answer = await person.page.request.get(path);
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
  return answer.json();
}

export async function posts<T>(person: Person, path: string, data: unknown, etag?: string): Promise<T> {
  const answer = await person.page.request.post(path, { data: data as object, headers: headersOf(person, etag) });
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
  return answer.json();
}

/** Uploads a file beside form fields and returns where its job is found. */
export async function uploads(
  person: Person,
  path: string,
  file: { name: string; text: string },
  fields: Record<string, string>,
): Promise<string> {
  const answer = await person.page.request.post(path, {
    multipart: { ...fields, file: { name: file.name, mimeType: 'text/csv', buffer: Buffer.from(file.text) } },
    headers: headersOf(person),
  });
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
  return String(answer.headers().location);
}

function headersOf(person: Person, etag?: string): Record<string, string> {
  return {
    Origin: new URL(person.page.url()).origin,
    'Sec-Fetch-Site': 'same-origin',
    'Idempotency-Key': randomUUID(),
    ...(etag && { 'If-Match': etag }),
  };
}
