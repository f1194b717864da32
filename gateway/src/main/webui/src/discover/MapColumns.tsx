import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../shared/api/useCommand';
import { Input } from '../shared/ui/Input';
import { Card } from '../shared/ui/Page';
import { SimpleTable } from '../shared/ui/SimpleTable';
import { ProblemNote } from '../shared/ui/States';
import css from './import.module.css';
import { fetchTemplates, type Preview, saveTemplate } from './importApi';
import { fromTemplate, type Mapping, toTemplateColumns } from './mapping';

interface MapColumnsProps {
  preview: Preview;
  platform: string;
  fields: string[];
  mapping: Mapping;
  onChange: (mapping: Mapping) => void;
}

/** What each column is: guessed, to be corrected, and kept as a template for the next file of the kind. */
export function MapColumns({ preview, platform, fields, mapping, onChange }: MapColumnsProps) {
  const { t } = useTranslation('discover');
  const options = fields.map((field) => ({ value: field, label: t(`field.${field}`, { defaultValue: field }) }));
  const set = (index: number, field: string | undefined) => {
    const { [index]: _old, ...rest } = mapping;
    onChange(field ? { ...rest, [index]: field } : rest);
  };
  return (
    <Card
      title={t('import.columns', { count: preview.columns.length })}
      extra={<Templates preview={preview} platform={platform} mapping={mapping} onChange={onChange} />}
      flush
    >
      <p className={css.described}>
        {t('import.described', { description: preview.description, line: preview.headerLine })}
      </p>
      <SimpleTable
        label={t('import.columns', { count: preview.columns.length })}
        rows={preview.columns}
        rowKey={(column) => String(column.index)}
        columns={[
          {
            key: 'header',
            title: t('import.header'),
            render: (column) => (
              <strong dir="auto" className={css.header}>
                {column.header || t('import.noHeader', { number: column.index + 1 })}
              </strong>
            ),
          },
          {
            key: 'samples',
            title: t('import.samples'),
            render: (column) => (
              <span dir="auto" className={css.samples}>
                {preview.rows
                  .slice(0, 4)
                  .map((row) => row.cells[column.index] ?? '')
                  .filter(Boolean)
                  .join('  ·  ')}
              </span>
            ),
          },
          {
            key: 'field',
            title: t('import.field'),
            render: (column) => (
              <Select
                className={css.fieldSelect}
                aria-label={t('import.fieldOf', { header: column.header })}
                allowClear
                showSearch
                optionFilterProp="label"
                placeholder={t('import.notImported')}
                value={mapping[column.index]}
                options={options}
                onChange={(field?: string) => set(column.index, field)}
              />
            ),
          },
        ]}
      />
    </Card>
  );
}

function Templates({ preview, platform, mapping, onChange }: Omit<MapColumnsProps, 'fields'>) {
  const { t } = useTranslation('discover');
  const [name, setName] = useState<string>();
  const templates = useQuery({ queryKey: ['import-templates'], queryFn: fetchTemplates });
  const save = useCommand({ run: saveTemplate, refreshes: [['import-templates']], onDone: () => setName(undefined) });
  const items = templates.data?.items ?? [];
  return (
    <>
      {items.length > 0 && (
        <Select
          className={css.templateSelect}
          aria-label={t('import.useTemplate')}
          placeholder={t('import.useTemplate')}
          value={null}
          options={items.map((template) => ({ value: template.id, label: template.name }))}
          onChange={(id: string | null) => {
            const template = items.find((one) => one.id === id);
            if (template) onChange(fromTemplate(template, preview));
          }}
        />
      )}
      {name === undefined ? (
        <Button onClick={() => setName('')}>{t('import.saveTemplate')}</Button>
      ) : (
        <form
          className={css.templateForm}
          onSubmit={(event) => {
            event.preventDefault();
            save.send({ name: name.trim(), platform, columns: toTemplateColumns(mapping, preview) });
          }}
        >
          <Input
            autoFocus
            maxLength={100}
            value={name}
            aria-label={t('import.templateName')}
            placeholder={t('import.templateName')}
            onChange={(event) => setName(event.target.value)}
          />
          <Button htmlType="submit" disabled={!name.trim()} loading={save.busy}>
            {t('import.keepTemplate')}
          </Button>
          <ProblemNote problem={save.problem} />
        </form>
      )}
    </>
  );
}
