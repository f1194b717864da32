import { queryOptions } from '@tanstack/react-query';
import { getJson } from '../api/http';

/** One row of a file that could not be taken, and why. */
export interface JobError {
  line: number;
  field?: string | null;
  column?: string | null;
  code: string;
  detail: string;
  value?: string | null;
  /** The line was taken all the same. */
  warning?: boolean;
}

/** Long work as every service reports it. */
export interface Job {
  id: string;
  state: string;
  total?: number | null;
  processed?: number | null;
  counts?: Record<string, number>;
  errors?: JobError[];
  problem?: string | null;
}

const ended = new Set(['completed', 'completed-with-errors', 'failed', 'refused', 'cancelled', 'done']);

export function hasEnded(state: string): boolean {
  return ended.has(state.toLowerCase().replaceAll('_', '-'));
}

/** Asks for a job by the address it was given, often while it runs and no more once it ended. */
export function jobQuery<J extends { state: string } = Job>(location: string) {
  return queryOptions({
    queryKey: ['job', location],
    queryFn: () => getJson<J>(location),
    refetchInterval: ({ state: { data } }) => (data && hasEnded(data.state) ? false : 700),
  });
}
