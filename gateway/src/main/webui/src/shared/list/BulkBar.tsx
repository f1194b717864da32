import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Consequence } from '../forms/Consequence';
import css from './BulkBar.module.css';

/** Something that can be done to many rows at once. */
export interface BulkAction<T> {
  key: string;
  /** A verb with its object and number: "Send 12 invitations". */
  label: (rows: T[]) => string;
  /** What will happen, in words and numbers, before it happens. */
  preview: (rows: T[]) => ReactNode;
  run: (rows: T[], key: string) => Promise<unknown>;
  /** Which of the marked rows this can be done to; the rest is left alone, and the preview says so. */
  applies?: (row: T) => boolean;
  /** What was done, and where to go on: said when it has succeeded. */
  done?: (rows: T[]) => ReactNode;
  /** Whether everything the preview asks for is chosen. */
  ready?: () => boolean;
}

interface BulkBarProps<T> {
  actions: BulkAction<T>[];
  rows: T[];
  onClear: () => void;
  onDone: (said: ReactNode) => void;
}

export function BulkBar<T>({ actions, rows, onClear, onDone }: BulkBarProps<T>) {
  const { t } = useTranslation();
  // By key: what the preview asks for changes the action, and it is the action of now that is ready or not.
  const [chosenKey, setChosenKey] = useState<string>();
  const chosen = actions.find((action) => action.key === chosenKey);
  const fitting = chosen?.applies ? rows.filter(chosen.applies) : rows;
  return (
    <section className={css.bar} aria-label={t('list.marked', { count: rows.length })}>
      <strong>{t('list.marked', { count: rows.length })}</strong>
      {actions.map((action) => {
        const can = action.applies ? rows.filter(action.applies) : rows;
        return (
          <Button key={action.key} disabled={can.length === 0} onClick={() => setChosenKey(action.key)}>
            {action.label(can)}
          </Button>
        );
      })}
      <Button type="text" onClick={onClear}>
        {t('list.clearMarks')}
      </Button>
      {chosen && (
        <Consequence
          title={chosen.label(fitting)}
          verb={chosen.label(fitting)}
          disabled={chosen.ready?.() === false}
          run={(key) => chosen.run(fitting, key)}
          // Many rows changed at once may stand anywhere: all that is in sight is asked for anew.
          refreshes={[[]]}
          onClose={() => setChosenKey(undefined)}
          onDone={() => {
            onDone(chosen.done?.(fitting));
            onClear();
          }}
        >
          {chosen.preview(fitting)}
          {fitting.length < rows.length && <p>{t('list.leftAlone', { count: rows.length - fitting.length })}</p>}
        </Consequence>
      )}
    </section>
  );
}
