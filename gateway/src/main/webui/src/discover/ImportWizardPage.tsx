import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../shared/api/useCommand';
import { StepList } from '../shared/imports/StepList';
import { Page } from '../shared/ui/Page';
import { ProblemNote } from '../shared/ui/States';
import { ChooseFile, type FileChoice } from './ChooseFile';
import css from './import.module.css';
import { fetchFields, type KolImport, type NewImport, type Preview, previewFile, startImport } from './importApi';
import { MapColumns } from './MapColumns';
import { guessed, type Mapping, problemsOf } from './mapping';

/** Brings a file of KOLs in: choose it, say what its columns are, and let it run. */
export default function ImportWizardPage() {
  const { t } = useTranslation('discover');
  const navigate = useNavigate();
  const [choice, setChoice] = useState<FileChoice>({ platform: '', snapshotDate: '', mode: 'keep-good' });
  const [preview, setPreview] = useState<Preview>();
  const [mapping, setMapping] = useState<Mapping>({});
  const fields = useQuery({ queryKey: ['import-fields'], queryFn: fetchFields, staleTime: Number.POSITIVE_INFINITY });
  const look = useCommand({
    run: previewFile,
    onDone: (seen) => {
      setPreview(seen);
      setMapping(guessed(seen));
    },
  });
  const start = useCommand<NewImport, KolImport>({
    run: startImport,
    refreshes: [['imports']],
    onDone: (job) => void navigate({ to: `/discover/imports/${job.id}` as never }),
  });
  const begin = () => {
    if (!choice.file) return;
    start.send({
      file: choice.file,
      platform: choice.platform,
      snapshotDate: choice.snapshotDate,
      mode: choice.mode,
      columns: Object.entries(mapping).map(([index, field]) => ({ index: Number(index), field })),
    });
  };
  const problems = problemsOf(mapping);

  return (
    <Page
      title={t('import.title')}
      lead={t('import.lead')}
      width="normal"
      trail={[{ label: t('title'), to: '/discover' }]}
    >
      <StepList steps={[t('import.stepFile'), t('import.stepColumns'), t('import.stepRun')]} at={preview ? 1 : 0} />
      {!preview || !choice.file ? (
        <ChooseFile
          choice={choice}
          onChange={setChoice}
          busy={look.busy}
          problem={look.problem}
          onNext={() => choice.file && look.send(choice.file)}
        />
      ) : (
        <div className={css.stack}>
          <MapColumns
            preview={preview}
            platform={choice.platform}
            fields={fields.data?.items ?? []}
            mapping={mapping}
            onChange={setMapping}
          />
          {problems.map((problem) => (
            <p key={JSON.stringify(problem)} role="alert" className={css.problem}>
              {problem.kind === 'twice'
                ? t('import.problem.twice', { field: t(`field.${problem.field}`) })
                : t('import.problem.noIdentity')}
            </p>
          ))}
          <ProblemNote problem={start.problem} />
          <div className={css.bar}>
            <Button onClick={() => setPreview(undefined)}>{t('shared:actions.back')}</Button>
            <Button type="primary" disabled={problems.length > 0} loading={start.busy} onClick={begin}>
              {t('import.start', { name: choice.file.name })}
            </Button>
          </div>
        </div>
      )}
    </Page>
  );
}
