import { everyPage, getJson, type Page, send } from '../shared/api/http';
import { formatQuery } from '../shared/list/address';

/** What a file looks like before anything is imported. */
export interface Preview {
  description: string;
  headerLine: number;
  columns: { index: number; header: string; field?: string | null }[];
  rows: { line: number; cells: string[] }[];
}

export interface Template {
  id: string;
  name: string;
  platform?: string | null;
  columns: { header: string; field: string }[];
}

export type ImportState = 'QUEUED' | 'RUNNING' | 'COMPLETED' | 'REFUSED' | 'FAILED';

export interface KolImport {
  id: string;
  version: number;
  fileName: string;
  fileBytes: number;
  description: string;
  platform: string;
  snapshotDate: string;
  mode: 'KEEP_GOOD' | 'ALL_OR_NOTHING';
  status: ImportState;
  failure?: string | null;
  totalLines?: number | null;
  position: number;
  counts: {
    created: number;
    updated: number;
    repeated: number;
    rejected: number;
    inConflict: number;
    warnings: number;
    openConflicts: number;
  };
  createdByName: string;
  createdAt: string;
  startedAt?: string | null;
  finishedAt?: string | null;
}

export interface Issue {
  line: number;
  columnNo: number;
  header: string;
  field: string;
  severity: 'ERROR' | 'WARNING';
  code: string;
  value: string;
  detail: string;
}

export type Decision = 'KEEP_LINE' | 'SEPARATE_ACCOUNTS' | 'DISCARD_ALL';

export interface ConflictLine {
  line: number;
  handle: string;
  displayName?: string | null;
  followers?: number | null;
  avgViews?: number | null;
  avgLikes?: number | null;
  avgComments?: number | null;
  avgShares?: number | null;
  avgEngagements?: number | null;
  authenticEngagements?: number | null;
  country?: string | null;
  topics: string[];
}

export interface Conflict {
  id: string;
  version: number;
  platform: string;
  handle: string;
  takenOn: string;
  lines: ConflictLine[];
  separable: boolean;
  decision?: Decision | null;
  keptLine?: number | null;
  decidedByName?: string | null;
  decidedAt?: string | null;
}

export function fetchFields(): Promise<{ items: string[] }> {
  return getJson('/api/v1/imports/fields');
}

export async function previewFile(file: File): Promise<Preview> {
  const form = new FormData();
  form.set('file', file);
  return (await send<Preview>('POST', '/api/v1/imports/preview', { body: form })).value;
}

export interface NewImport {
  file: File;
  platform: string;
  snapshotDate: string;
  mode: 'keep-good' | 'all-or-nothing';
  columns: { index: number; field: string }[];
}

export async function startImport(
  { file, platform, snapshotDate, mode, columns }: NewImport,
  key: string,
): Promise<KolImport> {
  const form = new FormData();
  form.set('file', file);
  form.set('platform', platform);
  form.set('snapshotDate', snapshotDate);
  form.set('mode', mode);
  // As a text part: with a file name, as a Blob gets one, the service would take it for another file.
  form.set('mapping', JSON.stringify({ columns }));
  return (await send<KolImport>('POST', '/api/v1/imports', { body: form, key })).value;
}

export const importKey = (id: string) => ['import', id] as const;

export function fetchImports(cursor?: string): Promise<Page<KolImport>> {
  return getJson(`/api/v1/imports${formatQuery({ cursor, limit: 20 })}`);
}

export function fetchImport(id: string): Promise<KolImport> {
  return getJson(`/api/v1/imports/${id}`);
}

export function fetchIssues(id: string): Promise<Page<Issue>> {
  return everyPage(`/api/v1/imports/${id}/errors?limit=200`);
}

export function fetchConflicts(id: string): Promise<{ items: Conflict[] }> {
  return getJson(`/api/v1/imports/${id}/conflicts`);
}

export function decide(
  importId: string,
  conflictId: string,
  decision: Decision,
  line: number | undefined,
  key: string,
) {
  return send<Conflict>('POST', `/api/v1/imports/${importId}/conflicts/${conflictId}/resolve`, {
    body: { decision, line },
    key,
  });
}

export function fetchTemplates(): Promise<{ items: Template[] }> {
  return getJson('/api/v1/imports/templates');
}

export function saveTemplate(template: Omit<Template, 'id'>, key: string) {
  return send<Template>('POST', '/api/v1/imports/templates', { body: template, key });
}
