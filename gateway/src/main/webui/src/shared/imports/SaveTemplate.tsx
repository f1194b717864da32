import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../api/useCommand';
import { Input } from '../ui/Input';
import { ProblemNote } from '../ui/States';
import css from './SaveTemplate.module.css';

interface SaveTemplateProps {
  maxLength: number;
  save: (name: string, key: string) => Promise<unknown>;
  /** What is asked for anew afterwards. */
  refreshes: readonly unknown[][];
}

/** Keeps the mapping of columns under a name, for the next file of the kind. */
export function SaveTemplate({ maxLength, save, refreshes }: SaveTemplateProps) {
  const { t } = useTranslation();
  const [name, setName] = useState<string>();
  const [kept, setKept] = useState<string>();
  const keep = useCommand({
    run: save,
    refreshes: [...refreshes],
    onDone: (_, saved) => {
      setKept(saved);
      setName(undefined);
    },
  });
  return (
    <>
      <span role="status">{name === undefined && kept && t('template.kept', { name: kept })}</span>
      {name === undefined ? (
        <Button onClick={() => setName('')}>{t('template.save')}</Button>
      ) : (
        <form
          className={css.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim()) keep.send(name.trim());
          }}
        >
          <Input
            autoFocus
            maxLength={maxLength}
            value={name}
            aria-label={t('template.name')}
            placeholder={t('template.name')}
            onChange={(event) => setName(event.target.value)}
          />
          <Button htmlType="submit" disabled={!name.trim()} loading={keep.busy}>
            {t('template.keep')}
          </Button>
          <ProblemNote problem={keep.problem} />
        </form>
      )}
    </>
  );
}
