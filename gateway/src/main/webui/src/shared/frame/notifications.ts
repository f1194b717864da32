import { useQuery } from '@tanstack/react-query';
import { fetchTasks } from '../api/tasks';

export const tasksKey = ['tasks'] as const;

/** What waits for this person: the same list that Home shows. */
export function useNotifications() {
  const { data, error, isPending } = useQuery({
    queryKey: tasksKey,
    queryFn: fetchTasks,
    refetchInterval: 60_000,
    retry: false,
  });
  return {
    total: (data?.items ?? []).reduce((sum, task) => sum + task.count, 0),
    tasks: data?.items ?? [],
    problem: error,
    loading: isPending,
  };
}
