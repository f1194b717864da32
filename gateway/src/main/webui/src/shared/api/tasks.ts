import { getJson, type Page } from './http';

/** One thing that waits for somebody. */
export interface Task {
  id: string;
  kind: string;
  title?: string;
  dueAt?: string | null;
  campaignId?: string | null;
  collaborationId?: string | null;
}

export function fetchTasks(): Promise<Page<Task>> {
  return getJson('/api/v1/tasks?limit=50');
}
