import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { speak, startLanguage } from '../i18n';
import { Board } from './Board';

function board(onMore?: () => void) {
  return (
    <Board<string>
      label="Gifts"
      columns={[
        { key: 'CANDIDATE', title: 'Candidate', total: 3512 },
        { key: 'INVITED', title: 'Invited', total: 1 },
      ]}
      cards={['Xiaolin', 'Ayu', 'Lan']}
      cardKey={(card) => card}
      cardName={(card) => card}
      columnOf={(card) => (card === 'Lan' ? 'INVITED' : 'CANDIDATE')}
      render={(card) => card}
      moves={() => []}
      onMove={() => {}}
      onMore={onMore}
    />
  );
}

beforeAll(async () => {
  await startLanguage();
  await speak('en');
});

afterEach(cleanup);

it('says how many cards of a long column it shows, and offers more', async () => {
  const more = vi.fn();
  render(board(more));

  const long = within(screen.getByRole('region', { name: /^Candidate/ }));
  expect(long.getByText(/2 of 3,512/)).toBeTruthy();
  await userEvent.setup().click(long.getByRole('button', { name: 'Show more' }));
  expect(more).toHaveBeenCalledOnce();
  expect(within(screen.getByRole('region', { name: /^Invited/ })).queryByText(/ of /)).toBeNull();
});

it('offers no more when there is no way to show more', () => {
  render(board());

  expect(screen.getByText(/2 of 3,512/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
});
