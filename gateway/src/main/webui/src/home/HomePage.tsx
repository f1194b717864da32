import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { getJson, type MoneyAmount, type Page as PageOf } from '../shared/api/http';
import { useRole, useSession } from '../shared/api/session';
import { useNotifications } from '../shared/frame/notifications';
import { TaskList } from '../shared/frame/TaskList';
import { Count, Money, When } from '../shared/ui/Figures';
import { Meter } from '../shared/ui/Meter';
import { Card, Page } from '../shared/ui/Page';
import { EmptyState, ErrorState, Lines } from '../shared/ui/States';
import css from './HomePage.module.css';

/** What needs this person, then the few figures that move. */
export default function HomePage() {
  const { t } = useTranslation('home');
  const { name } = useSession();
  const { total, tasks, problem, loading } = useNotifications();
  const finance = useRole('finance');
  return (
    <Page title={t('title')} lead={t('hello', { name, count: total })} width="normal">
      <div className={css.columns}>
        <Card title={t('needsYou')}>
          {finance && <Approvals />}
          {problem ? (
            <ErrorState problem={problem} />
          ) : loading ? (
            <Lines count={6} />
          ) : tasks.length === 0 ? (
            <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
          ) : (
            <TaskList tasks={tasks} />
          )}
        </Card>
        <RunningCampaigns />
      </div>
    </Page>
  );
}

const waiting = [
  { state: 'REQUESTED', words: 'approvals' },
  { state: 'DUE', words: 'due' },
];

/** Fee parts that somebody requested and finance has not decided yet, and those that nobody has asked for. */
function Approvals() {
  const { t } = useTranslation('home');
  const counts = useQueries({
    queries: waiting.map(({ state }) => ({
      queryKey: ['money', 'approvals', 'count', state],
      queryFn: () => getJson<PageOf<unknown>>(`/api/v1/approvals?limit=1&state=${state}`),
    })),
  });
  return waiting.map(({ state, words }, index) => {
    const count = counts[index]?.data?.total ?? 0;
    if (count === 0) return null;
    return (
      <Link key={state} to="/money" search={{ state } as never} className={css.approvals}>
        {t(words, { count })}
      </Link>
    );
  });
}

interface RunningCampaign {
  id: string;
  name: string;
  brandName: string;
  endsOn: string;
  open: number;
  budget: MoneyAmount;
  reserved: MoneyAmount;
  spent: MoneyAmount;
  available: MoneyAmount;
}

function RunningCampaigns() {
  const { t } = useTranslation('home');
  const { data, error, isPending } = useQuery({
    queryKey: ['campaigns', 'running'],
    queryFn: () => getJson<PageOf<RunningCampaign>>('/api/v1/campaigns?status=RUNNING&limit=6'),
  });
  return (
    <Card title={t('running')} extra={<Link to="/campaigns">{t('allCampaigns')}</Link>}>
      {error ? (
        <ErrorState problem={error} />
      ) : isPending ? (
        <Lines count={6} />
      ) : data.items.length === 0 ? (
        <EmptyState title={t('noneRunning')} />
      ) : (
        <ul className={css.campaigns}>
          {data.items.map((campaign) => (
            <li key={campaign.id}>
              <Link to={`/campaigns/${campaign.id}` as never} search={{ tab: 'board' } as never}>
                <bdi>{campaign.name}</bdi>
              </Link>
              <span className={css.muted}>
                {t('openWork', { count: campaign.open })} · {t('endsOn')} <When value={campaign.endsOn} relative />
              </span>
              <Meter
                whole={campaign.budget.amountMinor}
                parts={[
                  { value: campaign.spent.amountMinor, tone: 'solid' },
                  { value: campaign.reserved.amountMinor, tone: 'soft' },
                ]}
              />
              <span className={css.money}>
                <span>
                  {t('spent')} <Money value={campaign.spent} compact />
                </span>
                <span>
                  {t('reserved')} <Money value={campaign.reserved} compact />
                </span>
                <span>
                  {t('available')} <Money value={campaign.available} compact />
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {data && data.total !== null && data.total !== undefined && data.total > data.items.length && (
        <p className={css.muted}>
          <Count value={data.total} /> {t('runningInAll')}
        </p>
      )}
    </Card>
  );
}
