import { useQueries, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../shared/api/problem';
import { Consequence } from '../shared/forms/Consequence';
import { When } from '../shared/ui/Figures';
import { Card } from '../shared/ui/Page';
import { SimpleTable } from '../shared/ui/SimpleTable';
import { EmptyState, ErrorState, Lines } from '../shared/ui/States';
import { StateTag } from '../shared/ui/StateTag';
import { clockKey, fetchClock, type ServiceName, services, setClock } from './api';
import css from './settings.module.css';

/** How far a press moves time on, in hours: what waits for hours, days, or the last measurement of a post. */
const steps = [1, 24, 7 * 24, 21 * 24] as const;

/**
 * The clocks of the services, which a demo moves on so that reminders, deadlines and measurements come due. In production there is no
 * such address, and this says so.
 */
export default function DemoClock() {
  const { t } = useTranslation('settings');
  const queries = useQueryClient();
  const [hours, setHours] = useState<number>();
  const clocks = useQueries({
    queries: services.map((service) => ({ queryKey: clockKey(service), queryFn: () => fetchClock(service) })),
  });
  const problem = clocks.find((clock) => clock.error)?.error;
  if (problem && Problem.wrap(problem).isNotFound) {
    return (
      <Card title={t('clock.title')}>
        <EmptyState title={t('clock.none')}>{t('clock.noneText')}</EmptyState>
      </Card>
    );
  }
  if (problem)
    return <ErrorState problem={problem} retry={() => void queries.invalidateQueries({ queryKey: ['clock'] })} />;
  const times = clocks.flatMap((clock) => clock.data?.now ?? []);
  if (times.length < services.length) return <Lines count={5} />;
  // All of them go to one time: the latest, so that none goes back.
  const latest = Math.max(...times.map((time) => Date.parse(time)));
  const later = (by: number) => new Date(latest + by * 3_600_000).toISOString();
  const rows = services.map((service, at) => ({ service, now: times[at] ?? '' }));
  return (
    <Card title={t('clock.title')} extra={<StateTag tone="waiting">{t('clock.demoOnly')}</StateTag>}>
      <div className={css.stack}>
        <p className={css.muted}>{t('clock.lead')}</p>
        <SimpleTable<{ service: ServiceName; now: string }>
          label={t('clock.title')}
          rows={rows}
          rowKey={({ service }) => service}
          columns={[
            { key: 'service', title: t('service.label'), render: ({ service }) => t(`service.${service}`) },
            { key: 'now', title: t('clock.now'), render: ({ now }) => <When value={now} time relative /> },
          ]}
        />
        <div className={css.bar}>
          {steps.map((step) => (
            <Button key={step} onClick={() => setHours(step)}>
              {t('clock.move', { hours: step, days: step / 24 })}
            </Button>
          ))}
        </div>
      </div>
      {hours !== undefined && (
        <Consequence
          title={t('clock.move', { hours, days: hours / 24 })}
          verb={t('clock.move', { hours, days: hours / 24 })}
          run={async () => {
            for (const service of services) await setClock(service, later(hours));
            await queries.invalidateQueries();
          }}
          onClose={() => setHours(undefined)}
        >
          <p>
            {t('clock.what')} <When value={later(hours)} time />
          </p>
          <p>{t('clock.noWayBack')}</p>
        </Consequence>
      )}
    </Card>
  );
}
