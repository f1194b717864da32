import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { SaveTemplate } from '../shared/imports/SaveTemplate';
import { Card } from '../shared/ui/Page';
import { SimpleTable } from '../shared/ui/SimpleTable';
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
                  .map((row) => shortened(row.cells[column.index] ?? ''))
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

/** The beginning of a value: enough to tell what the column holds. */
function shortened(value: string): string {
  const letters = [...value.replaceAll(/\s+/g, ' ')];
  return letters.length > 32 ? `${letters.slice(0, 30).join('')}…` : letters.join('');
}

function Templates({ preview, platform, mapping, onChange }: Omit<MapColumnsProps, 'fields'>) {
  const { t } = useTranslation('discover');
  const templates = useQuery({ queryKey: ['import-templates'], queryFn: fetchTemplates });
  const items = templates.data?.items ?? [];
  return (
    <>
      {items.length > 0 && (
        <Select
          className={css.templateSelect}
          showSearch
          optionFilterProp="label"
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
      <SaveTemplate
        maxLength={100}
        save={(name, key) => saveTemplate({ name, platform, columns: toTemplateColumns(mapping, preview) }, key)}
        refreshes={[['import-templates']]}
      />
    </>
  );
}
