import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, it } from 'vitest';
import { Problem } from './problem';
import { useCommand } from './useCommand';

it('b5_decides_on_the_present_version_once_it_was_told_that_there_is_one', async () => {
  // Given: a page that has read version 1 of something that is at version 2
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  client.setQueryData(['brief'], '"1"');
  const sent: string[] = [];
  const page = renderHook(
    () => {
      const { data: etag = '' } = useQuery({ queryKey: ['brief'], queryFn: async () => '"2"' });
      return useCommand({
        run: async (_: string) => {
          sent.push(etag);
          if (etag !== '"2"') throw new Problem(412, 'STALE_VERSION', 'Changed meanwhile');
        },
        refreshes: [['brief']],
      });
    },
    {
      wrapper: ({ children }: { children: ReactNode }) => (
        <QueryClientProvider client={client}>{children}</QueryClientProvider>
      ),
    },
  );

  // When
  act(() => page.result.current.send('draft'));
  await waitFor(() => expect(page.result.current.problem).toBeInstanceOf(Problem));
  act(() => page.result.current.send('draft'));

  // Then
  await waitFor(() => expect(page.result.current.problem).toBeNull());
  expect(sent).toEqual(['"1"', '"2"']);
});

it('shows how it is to whoever is told that its state does not allow the command', async () => {
  // Given: a page that shows a cause which is another by now
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  client.setQueryData(['letter'], 'unknown type');
  const page = renderHook(
    () => {
      const { data } = useQuery({ queryKey: ['letter'], queryFn: async () => 'too early' });
      const { send } = useCommand<void, void>({
        run: async () => {
          throw new Problem(409, 'CAUSE_REMAINS', 'Not now either');
        },
        refreshes: [['letter']],
      });
      return { data, send };
    },
    {
      wrapper: ({ children }: { children: ReactNode }) => (
        <QueryClientProvider client={client}>{children}</QueryClientProvider>
      ),
    },
  );
  expect(page.result.current.data).toBe('unknown type');

  // When
  act(() => page.result.current.send());

  // Then
  await waitFor(() => expect(page.result.current.data).toBe('too early'));
});
