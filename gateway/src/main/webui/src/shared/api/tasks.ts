import { getJson, type Page } from './http';

/** One collaboration, or the campaign itself, that work waits at. */
export interface TaskItem {
  collaborationId?: string | null;
  campaignId: string;
  campaignName: string;
  kolName?: string | null;
  since: string;
  dueAt: string;
}

/** One kind of work that waits for somebody: how often, since when, and the first few. */
export interface Task {
  kind: string;
  count: number;
  since: string;
  dueAt: string;
  first: TaskItem[];
}

export function fetchTasks(): Promise<Page<Task>> {
  return getJson('/api/v1/tasks');
}

export function placeOf({ campaignId, collaborationId }: TaskItem): string {
  return collaborationId ? `/campaigns/${campaignId}/collaborations/${collaborationId}` : `/campaigns/${campaignId}`;
}
