import { useQuery } from '@tanstack/react-query';
import { Button, Radio, Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { FileDrop } from '../shared/imports/FileDrop';
import { Input } from '../shared/ui/Input';
import { Card } from '../shared/ui/Page';
import { ProblemNote } from '../shared/ui/States';
import { fetchPlatforms } from './api';
import css from './import.module.css';

export interface FileChoice {
  file?: File;
  platform: string;
  snapshotDate: string;
  mode: 'keep-good' | 'all-or-nothing';
}

interface ChooseFileProps {
  choice: FileChoice;
  onChange: (choice: FileChoice) => void;
  busy: boolean;
  problem: unknown;
  onNext: () => void;
}

/** The file, and what it does not say itself: whose platform it is about, and as of which day. */
export function ChooseFile({ choice, onChange, busy, problem, onNext }: ChooseFileProps) {
  const { t, i18n } = useTranslation('discover');
  const id = useId();
  const platforms = useQuery({ queryKey: ['platforms'], queryFn: fetchPlatforms, staleTime: 3_600_000 });
  const options = (platforms.data?.items ?? []).map(({ code, name, nameZh }) => ({
    value: code,
    label: i18n.language === 'zh-CN' ? nameZh : name,
  }));
  const today = new Date().toISOString().slice(0, 10);
  return (
    <form
      className={css.stack}
      onSubmit={(event) => {
        event.preventDefault();
        onNext();
      }}
    >
      <Card>
        <div className={css.stack}>
          <FileDrop
            accept=".csv,.xlsx,.txt,.tsv"
            hint={t('import.fileHint')}
            file={choice.file}
            onFile={(file) => onChange({ ...choice, file })}
          />
          <div className={css.fields}>
            <div>
              <label htmlFor={`${id}-platform`}>{t('import.platform')}</label>
              <Select
                id={`${id}-platform`}
                showSearch
                optionFilterProp="label"
                value={choice.platform || undefined}
                options={options}
                onChange={(platform: string) => onChange({ ...choice, platform })}
              />
              <small>{t('import.platformHint')}</small>
            </div>
            <div>
              <label htmlFor={`${id}-date`}>{t('import.date')}</label>
              <Input
                id={`${id}-date`}
                type="date"
                max={today}
                value={choice.snapshotDate}
                onChange={(event) => onChange({ ...choice, snapshotDate: event.target.value })}
              />
              <small>{t('import.dateHint')}</small>
            </div>
          </div>
          <fieldset className={css.mode}>
            <legend>{t('import.mode')}</legend>
            <Radio.Group value={choice.mode} onChange={(event) => onChange({ ...choice, mode: event.target.value })}>
              <Radio value="keep-good">{t('import.keepGood')}</Radio>
              <Radio value="all-or-nothing">{t('import.allOrNothing')}</Radio>
            </Radio.Group>
          </fieldset>
        </div>
      </Card>
      <ProblemNote problem={problem} />
      <div className={css.bar}>
        <Button
          type="primary"
          htmlType="submit"
          loading={busy}
          disabled={!choice.file || !choice.platform || !choice.snapshotDate}
        >
          {t('import.toColumns')}
        </Button>
      </div>
    </form>
  );
}
