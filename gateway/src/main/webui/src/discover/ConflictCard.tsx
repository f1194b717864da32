import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../shared/api/useCommand';
import { Count, When } from '../shared/ui/Figures';
import { Card } from '../shared/ui/Page';
import { SimpleTable } from '../shared/ui/SimpleTable';
import { ProblemNote } from '../shared/ui/States';
import css from './import.module.css';
import { type Conflict, type ConflictLine, type Decision, decide, importKey } from './importApi';

const numbers = ['followers', 'avgViews', 'avgLikes', 'avgComments', 'avgEngagements', 'authenticEngagements'] as const;

/** Lines of one file that say different things about one handle: a person decides what is true. */
export function ConflictCard({ importId, conflict }: { importId: string; conflict: Conflict }) {
  const { t } = useTranslation('discover');
  const settle = useCommand<{ decision: Decision; line?: number }, unknown>({
    run: ({ decision, line }, key) => decide(importId, conflict.id, decision, line, key),
    refreshes: [[...importKey(importId)], ['kols']],
  });
  const seen = numbers.filter((key) => conflict.lines.some((line) => line[key] !== null && line[key] !== undefined));
  return (
    <Card
      title={<bdi>{conflict.handle}</bdi>}
      extra={
        <span className={css.muted}>
          <When value={conflict.takenOn} />
        </span>
      }
      flush
    >
      <SimpleTable<ConflictLine>
        label={t('conflict.lines', { handle: conflict.handle })}
        rows={conflict.lines}
        rowKey={(line) => String(line.line)}
        columns={[
          { key: 'line', title: t('conflict.line'), numeric: true, render: (line) => line.line },
          { key: 'name', title: t('kol.displayName'), render: (line) => <bdi>{line.displayName ?? '–'}</bdi> },
          ...seen.map((key) => ({
            key,
            title: t(`number.${key}`),
            numeric: true,
            render: (line: ConflictLine) => <Count value={line[key]} />,
          })),
          { key: 'country', title: t('kol.country'), render: (line) => line.country ?? '–' },
          {
            key: 'keep',
            title: t('conflict.decide'),
            render: (line) => (
              <Button disabled={settle.busy} onClick={() => settle.send({ decision: 'KEEP_LINE', line: line.line })}>
                {t('conflict.keep', { line: line.line })}
              </Button>
            ),
          },
        ]}
      />
      <div className={css.conflictActions}>
        <ProblemNote problem={settle.problem} />
        {conflict.separable && (
          <Button disabled={settle.busy} onClick={() => settle.send({ decision: 'SEPARATE_ACCOUNTS' })}>
            {t('conflict.separate', { count: conflict.lines.length })}
          </Button>
        )}
        <Button disabled={settle.busy} onClick={() => settle.send({ decision: 'DISCARD_ALL' })}>
          {t('conflict.discard', { count: conflict.lines.length })}
        </Button>
      </div>
    </Card>
  );
}
