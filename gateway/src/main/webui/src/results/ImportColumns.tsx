import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { SimpleTable } from '../shared/ui/SimpleTable';
import type { Preview } from './api';
import css from './results.module.css';

interface ImportColumnsProps {
  preview: Preview;
  mapping: Record<string, string>;
  onChange: (mapping: Record<string, string>) => void;
}

/** Which column of the file holds each field, with its first values beside it. */
export function ImportColumns({ preview, mapping, onChange }: ImportColumnsProps) {
  const { t } = useTranslation('results');
  return (
    <SimpleTable
      label={t('import.columns')}
      rows={preview.fields}
      rowKey={({ field }) => field}
      columns={[
        {
          key: 'field',
          title: t('import.field'),
          render: ({ field, required }) => (
            <>
              {t(`field.${field}`, { defaultValue: field })} {required && <small>{t('import.required')}</small>}
            </>
          ),
        },
        {
          key: 'column',
          title: t('import.column'),
          render: ({ field }) => (
            <Select
              className={css.select}
              aria-label={t('import.columnOf', { field: t(`field.${field}`, { defaultValue: field }) })}
              allowClear
              showSearch
              placeholder={t('import.none')}
              value={mapping[field]}
              options={preview.columns.map((column) => ({ value: column, label: column }))}
              onChange={(column?: string) => {
                const { [field]: _old, ...rest } = mapping;
                onChange(column ? { ...rest, [field]: column } : rest);
              }}
            />
          ),
        },
        {
          key: 'samples',
          title: t('import.samples'),
          render: ({ field }) => {
            const index = preview.columns.indexOf(mapping[field] ?? '') ?? -1;
            return index < 0 ? (
              '–'
            ) : (
              <span dir="auto">
                {preview.samples
                  .slice(0, 4)
                  .map(({ cells }) => cells[index] ?? '')
                  .filter(Boolean)
                  .join('  ·  ')}
              </span>
            );
          },
        },
      ]}
    />
  );
}
