import { useQuery } from '@tanstack/react-query';
import { Button, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../shared/api/useCommand';
import { ReasonDialog } from '../shared/forms/ReasonDialog';
import { When } from '../shared/ui/Figures';
import { Card } from '../shared/ui/Page';
import { SimpleTable } from '../shared/ui/SimpleTable';
import { EmptyState, ErrorState, Lines, ProblemNote } from '../shared/ui/States';
import { StateTag } from '../shared/ui/StateTag';
import { type DeadLetter, discard, fetchDeadLetters, replay } from './api';
import { ServiceChoice, useChosenService } from './ServiceChoice';
import css from './settings.module.css';

/**
 * Messages that a service could not handle, with the cause. Replaying one is safe, because an event has its effect once; one that can
 * never be handled is discarded with a reason.
 */
export default function DeadLetters() {
  const { t } = useTranslation('settings');
  const service = useChosenService();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['dead-letters', service],
    queryFn: () => fetchDeadLetters(service),
  });
  const again = useCommand({
    run: (id: string, key) => replay(service, id, key),
    refreshes: [['dead-letters', service]],
  });
  const [discarding, setDiscarding] = useState<DeadLetter>();
  return (
    <Card title={t('deadLetters.title')} extra={<ServiceChoice />} flush>
      <ProblemNote problem={again.problem} />
      {error ? (
        <ErrorState problem={error} retry={() => void refetch()} />
      ) : isPending ? (
        <Lines count={4} />
      ) : data.length === 0 ? (
        <EmptyState title={t('deadLetters.none')}>{t('deadLetters.noneText')}</EmptyState>
      ) : (
        <SimpleTable<DeadLetter>
          label={t('deadLetters.title')}
          rows={data}
          rowKey={(letter) => letter.id}
          columns={[
            {
              key: 'at',
              title: t('deadLetters.received'),
              render: (letter) => <When value={letter.receivedAt} time />,
            },
            { key: 'type', title: t('deadLetters.type'), render: (letter) => <code>{letter.type ?? '–'}</code> },
            { key: 'topic', title: t('deadLetters.topic'), render: (letter) => <code>{letter.topic}</code> },
            { key: 'consumer', title: t('deadLetters.consumer'), render: (letter) => <code>{letter.consumer}</code> },
            {
              key: 'cause',
              title: t('deadLetters.cause'),
              render: (letter) => <span className={css.code}>{letter.cause}</span>,
            },
            {
              key: 'replay',
              title: t('deadLetters.replay'),
              render: (letter) =>
                letter.replayedAt ? (
                  <StateTag tone="good">
                    {t('deadLetters.replayed')} <When value={letter.replayedAt} />
                  </StateTag>
                ) : (
                  <Space wrap>
                    <Button loading={again.busy} onClick={() => again.send(letter.id)}>
                      {t('deadLetters.replayOne')}
                    </Button>
                    <Button onClick={() => setDiscarding(letter)}>{t('deadLetters.discard')}</Button>
                  </Space>
                ),
            },
          ]}
        />
      )}
      {discarding && (
        <ReasonDialog
          title={t('deadLetters.discardTitle')}
          verb={t('deadLetters.discard')}
          danger
          run={(reason) => discard(service, discarding.id, reason)}
          refreshes={[['dead-letters', service]]}
          onClose={() => setDiscarding(undefined)}
        >
          <p>{t('deadLetters.discardWhat')}</p>
        </ReasonDialog>
      )}
    </Card>
  );
}
