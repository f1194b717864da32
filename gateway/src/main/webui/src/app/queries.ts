import { QueryClient } from '@tanstack/react-query';
import { Problem } from '../shared/api/problem';

/** Questions are asked again only when trying again may help; a refusal is an answer. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, cause) => failures < 2 && Problem.wrap(cause).isTemporary,
      refetchOnWindowFocus: true,
    },
    mutations: { retry: false },
  },
});
