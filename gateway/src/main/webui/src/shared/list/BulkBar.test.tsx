import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it, vi } from 'vitest';
import { type BulkAction, BulkBar } from './BulkBar';

function Sending({ run }: { run: (to: string) => Promise<unknown> }) {
  const [to, setTo] = useState('');
  const action: BulkAction<string> = {
    key: 'send',
    label: (rows) => `Send ${rows.length} letters`,
    ready: () => to !== '',
    preview: () => <input aria-label="To" value={to} onChange={(event) => setTo(event.target.value)} />,
    run: () => run(to),
  };
  return <BulkBar actions={[action]} rows={['a', 'b']} onClear={() => {}} onDone={() => {}} />;
}

it('runs with what was chosen in the preview, and not before it is chosen', async () => {
  const run = vi.fn(async () => undefined);
  const user = userEvent.setup();
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Sending run={run} />
    </QueryClientProvider>,
  );

  await user.click(screen.getByRole('button', { name: 'Send 2 letters' }));
  const confirm = () => screen.getAllByRole('button', { name: 'Send 2 letters', hidden: true }).at(-1) as HTMLElement;
  expect(confirm()).toHaveProperty('disabled', true);

  await user.type(screen.getByLabelText('To'), 'Mei');
  expect(confirm()).toHaveProperty('disabled', false);
  await user.click(confirm());
  expect(run).toHaveBeenCalledExactlyOnceWith('Mei');
});
