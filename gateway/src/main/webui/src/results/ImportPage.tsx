import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Checkbox, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../shared/api/useCommand';
import { FileDrop } from '../shared/imports/FileDrop';
import { SaveTemplate } from '../shared/imports/SaveTemplate';
import { useAddress } from '../shared/list/address';
import { Input } from '../shared/ui/Input';
import { Card, Page } from '../shared/ui/Page';
import { ProblemNote } from '../shared/ui/States';
import {
  type ImportKind,
  type Preview,
  previewFile,
  saveTemplate,
  startImport,
  templatesKey,
  templatesQuery,
} from './api';
import { EarlierImports } from './EarlierImports';
import { ImportColumns } from './ImportColumns';
import { Navigation } from './Navigation';
import css from './results.module.css';

const zones = [
  'Asia/Shanghai',
  'Asia/Hong_Kong',
  'Asia/Tokyo',
  'Asia/Singapore',
  'Europe/London',
  'Europe/Paris',
  'America/New_York',
  'America/Los_Angeles',
  'UTC',
];
const kinds: ImportKind[] = ['metrics', 'orders'];

/** Brings post metrics or orders in: a file, what its columns are, and what to do with lines that can't be read. */
export default function ImportPage() {
  const { t } = useTranslation('results');
  const { one, change } = useAddress();
  const kind: ImportKind = one('kind') === 'orders' ? 'orders' : 'metrics';
  return (
    <Page title={t('import.title')} lead={t('import.lead')} width="normal">
      <Navigation />
      <div className={css.stack}>
        <fieldset className={css.by}>
          <legend className="visually-hidden">{t('import.kind')}</legend>
          {kinds.map((one) => (
            <Button
              key={one}
              type={one === kind ? 'primary' : 'default'}
              aria-pressed={one === kind}
              onClick={() => change({ kind: one === 'metrics' ? undefined : one })}
            >
              {t(`import.kindOf.${one}`)}
            </Button>
          ))}
        </fieldset>
        <Upload key={kind} kind={kind} />
        <EarlierImports kind={kind} />
      </div>
    </Page>
  );
}

function Upload({ kind }: { kind: ImportKind }) {
  const { t } = useTranslation('results');
  const navigate = useNavigate();
  const [file, setFile] = useState<File>();
  const [mapping, setMapping] = useState<Record<string, string>>({});
  const [mode, setMode] = useState<'KEEP_GOOD_LINES' | 'ALL_OR_NOTHING'>('KEEP_GOOD_LINES');
  const [asOf, setAsOf] = useState<string>();
  const [shop, setShop] = useState('');
  const [currency, setCurrency] = useState('CNY');
  const [template, setTemplate] = useState<string>();
  const [zone, setZone] = useState('Asia/Shanghai');
  const [paidIsNet, setPaidIsNet] = useState(false);
  const templates = useQuery(templatesQuery(kind));
  const preview = useMutation<Preview, Error, File>({
    mutationFn: (chosen) => previewFile(kind, chosen),
    onSuccess: ({ guesses }) => setMapping(Object.fromEntries(guesses.map(({ field, column }) => [field, column]))),
  });
  const start = useCommand({
    run: (chosen: File, key) =>
      startImport(
        kind,
        chosen,
        {
          mapping,
          mode,
          asOf,
          zone,
          ...(kind === 'orders' && { shop: shop || undefined, currency, paidIsNet, template }),
        },
        key,
      ),
    onDone: (job) => void navigate({ to: `/results/import/${kind}/${job.id}` as never }),
  });
  const choose = (chosen: File) => {
    setFile(chosen);
    preview.mutate(chosen);
  };
  const applyTemplate = (name?: string) => {
    const known = templates.data?.find((one) => one.name === name);
    setTemplate(known?.builtIn ? known.name : undefined);
    if (!known) return;
    setMapping((before) => ({ ...before, ...known.mapping }));
    setPaidIsNet(known.paidIsNet ?? false);
    if (known.currency) setCurrency(known.currency);
    if (known.zone) setZone(known.zone);
  };
  const missing = preview.data?.fields.filter(({ field, required }) => required && !mapping[field]) ?? [];

  return (
    <>
      <Card title={t('import.file')}>
        <FileDrop accept=".csv,.xlsx,.txt,text/csv" hint={t(`import.hint.${kind}`)} file={file} onFile={choose} />
        <ProblemNote problem={preview.error} />
      </Card>
      {file && preview.data && (
        <>
          <Card title={t('import.options')}>
            <div className={css.form}>
              <label className={css.field} htmlFor="import-as-of">
                {t(`import.asOf.${kind}`)}
                <Input
                  id="import-as-of"
                  type="date"
                  value={asOf ?? ''}
                  onChange={(event) => setAsOf(event.target.value || undefined)}
                />
              </label>
              <label className={css.field} htmlFor="import-zone">
                {t('import.zone')}
                <Select
                  id="import-zone"
                  showSearch
                  className={css.select}
                  value={zone}
                  onChange={setZone}
                  options={zones.map((value) => ({ value, label: value }))}
                />
              </label>
              {templates.data && templates.data.length > 0 && (
                <label className={css.field} htmlFor="import-template">
                  {t('import.template')}
                  <Select
                    id="import-template"
                    allowClear
                    className={css.select}
                    options={templates.data.map(({ name, title }) => ({ value: name, label: title ?? name }))}
                    onChange={applyTemplate}
                  />
                </label>
              )}
              {kind === 'orders' && (
                <>
                  <label className={css.field} htmlFor="import-shop">
                    {t('import.shop')}
                    <Input id="import-shop" value={shop} onChange={(event) => setShop(event.target.value)} />
                  </label>
                  <label className={css.field} htmlFor="import-currency">
                    {t('import.currency')}
                    <Input
                      id="import-currency"
                      maxLength={3}
                      value={currency}
                      onChange={(event) => setCurrency(event.target.value.toUpperCase())}
                    />
                  </label>
                  <Checkbox checked={paidIsNet} onChange={(event) => setPaidIsNet(event.target.checked)}>
                    {t('import.paidIsNet')}
                  </Checkbox>
                </>
              )}
            </div>
          </Card>
          <Card
            title={t('import.columns')}
            extra={
              <SaveTemplate
                maxLength={80}
                save={(name, key) => saveTemplate(kind, name, mapping, key)}
                refreshes={[[...templatesKey(kind)]]}
              />
            }
            flush
          >
            <ImportColumns preview={preview.data} mapping={mapping} onChange={setMapping} />
          </Card>
          <Card>
            <div className={css.stack}>
              <Radio.Group
                aria-label={t('import.mode')}
                value={mode}
                onChange={(event) => setMode(event.target.value)}
                options={(['KEEP_GOOD_LINES', 'ALL_OR_NOTHING'] as const).map((value) => ({
                  value,
                  label: t(`import.modeOf.${value}`),
                }))}
              />
              {missing.length > 0 && (
                <p className={css.hint}>
                  {t('import.missing', {
                    fields: missing.map(({ field }) => t(`field.${field}`, { defaultValue: field })).join(', '),
                  })}
                </p>
              )}
              <ProblemNote problem={start.problem} />
              <div className={css.actions}>
                <Button
                  type="primary"
                  loading={start.busy}
                  disabled={missing.length > 0}
                  onClick={() => start.send(file)}
                >
                  {t('import.start', { name: file.name })}
                </Button>
              </div>
            </div>
          </Card>
        </>
      )}
    </>
  );
}
