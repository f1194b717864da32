import { Select } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { Input } from '../ui/Input';
import { useAddress } from './address';
import type { Filter } from './Filters';
import css from './Filters.module.css';

/** The fields behind the filter button; fetched when it is pressed first. */
export default function FilterForm({ filters }: { filters: Filter[] }) {
  return (
    <div className={css.form}>
      {filters.map((filter) => (
        <FilterField key={filter.key} filter={filter} />
      ))}
    </div>
  );
}

function FilterField({ filter }: { filter: Filter }) {
  const { many, one, change } = useAddress();
  const set = (values: string[]) =>
    change({ [filter.key]: values.length > 0 ? values : undefined, cursor: undefined, before: undefined });
  const id = `filter-${filter.key}`;
  return (
    <div>
      <label htmlFor={id}>{filter.label}</label>
      {filter.kind === 'choice' ? (
        <Select
          getPopupContainer={(trigger) => trigger.closest('[popover]') ?? document.body}
          id={id}
          mode={filter.single ? undefined : 'multiple'}
          allowClear
          className={css.field}
          showSearch
          optionFilterProp="name"
          value={filter.single ? one(filter.key) : (many(filter.key) as never)}
          options={filter.options.map((option) => ({
            value: option.value,
            name: option.label,
            label:
              option.count === undefined ? option.label : <OptionWithCount label={option.label} count={option.count} />,
          }))}
          onChange={(value: string | string[] | undefined) =>
            set(value === undefined ? [] : Array.isArray(value) ? value : [value])
          }
        />
      ) : (
        <LateInput
          id={id}
          type={filter.kind}
          suffix={filter.kind === 'number' ? filter.unit : undefined}
          value={one(filter.key) ?? ''}
          onSettle={(value) => set(value ? [value] : [])}
        />
      )}
    </div>
  );
}

function OptionWithCount({ label, count }: { label: ReactNode; count: number }) {
  return (
    <span className={css.option}>
      {label} <span className={css.count}>{count.toLocaleString()}</span>
    </span>
  );
}

function LateInput({
  value,
  onSettle,
  ...rest
}: {
  id: string;
  type: string;
  suffix?: string;
  value: string;
  onSettle: (value: string) => void;
}) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  return (
    <Input
      {...rest}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => typed !== value && onSettle(typed)}
      onPressEnter={() => onSettle(typed)}
    />
  );
}
