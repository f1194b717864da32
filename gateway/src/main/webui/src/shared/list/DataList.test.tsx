import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { formatQuery, parseQuery } from './address';
import { DataList, type ListQuestion } from './DataList';

const names = ['Ann', 'Anna', 'Bob'];
/** Patience with a busy machine. */
const patience = { timeout: 15_000 };

/** Answers the names that contain what was typed; with typed words, only when told to. */
function aList() {
  const waiting: (() => void)[] = [];
  const fetch = async ({ q = '' }: ListQuestion) => {
    if (q) await new Promise<void>((resolve) => waiting.push(resolve));
    return { items: names.filter((name) => name.includes(q)) };
  };
  const list = () => (
    <DataList<string>
      name="people"
      label="People"
      columns={[{ key: 'name', title: 'Name', render: (name) => name }]}
      rowKey={(name) => name}
      queryKey={['people']}
      fetch={fetch}
      bulk={[
        {
          key: 'greet',
          label: (rows) => `Greet ${rows.join(' and ')}`,
          preview: () => null,
          run: async () => undefined,
        },
      ]}
      empty={{ title: 'Nobody' }}
    />
  );
  const router = createRouter({
    routeTree: createRootRoute({ component: list }),
    history: createMemoryHistory({ initialEntries: ['/'] }),
    parseSearch: parseQuery,
    stringifySearch: formatQuery,
  });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <RouterProvider router={router as never} />
    </QueryClientProvider>,
  );
  return { answers: () => waiting.map((resolve) => resolve()), asked: () => waiting.length };
}

it('keeps the mark of a row that the answer to typed words still shows, and drops the others', {
  timeout: 60_000,
}, async () => {
  const user = userEvent.setup();
  const { answers, asked } = aList();
  const mark = (name: string) =>
    screen
      .findByRole('row', { name: new RegExp(`${name}$`) }, patience)
      .then((row) => row.querySelector('input') as HTMLElement);

  await user.click(await mark('Bob'));
  await user.type(screen.getByRole('searchbox'), 'Ann');
  await user.click(await mark('Anna'));
  await expect.poll(asked, patience).toBeGreaterThan(0);
  answers();

  await expect.poll(() => screen.queryByRole('row', { name: /Bob$/ }), patience).toBeNull();
  expect(await screen.findByRole('button', { name: 'Greet Anna' }, patience)).toBeDefined();
});
