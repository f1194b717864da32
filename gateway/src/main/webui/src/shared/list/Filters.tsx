import { Button } from 'antd';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/Icon';
import { Input } from '../ui/Input';
import { Popup } from '../ui/Popup';
import { Lines } from '../ui/States';
import { useAddress } from './address';
import css from './Filters.module.css';

const FilterForm = lazy(() => import('./FilterForm'));

/** One thing to narrow a list by. Its values stand in the address under `key`. */
export type Filter =
  | {
      key: string;
      label: string;
      kind: 'choice';
      options: { value: string; label: string; count?: number }[];
      single?: boolean;
    }
  | { key: string; label: string; kind: 'number'; unit?: string }
  | { key: string; label: string; kind: 'date' }
  | { key: string; label: string; kind: 'text' };

export function FilterBar({ filters, searchable, hint }: { filters: Filter[]; searchable: boolean; hint?: string }) {
  const { t } = useTranslation();
  const { many, change } = useAddress();
  const active = filters.filter((filter) => many(filter.key).length > 0);
  const drop = (key: string, value?: string) => {
    const rest = value === undefined ? [] : many(key).filter((one) => one !== value);
    change({ [key]: rest.length > 0 ? rest : undefined, cursor: undefined, before: undefined });
  };
  return (
    <div className={css.bar}>
      {searchable && <SearchBox hint={hint ?? t('list.search')} />}
      {filters.length > 0 && (
        <Popup
          label={t('list.filter')}
          trigger={(attributes) => (
            <Button icon={<Icon name="filter" size={16} />} {...attributes}>
              {t('list.filter')}
            </Button>
          )}
        >
          {() => (
            <Suspense fallback={<Lines count={4} />}>
              <FilterForm filters={filters} />
            </Suspense>
          )}
        </Popup>
      )}
      {active.flatMap((filter) =>
        many(filter.key).map((value) => (
          <Button
            key={`${filter.key} ${value}`}
            className={css.chip}
            onClick={() => drop(filter.key, value)}
            aria-label={t('list.removeFilter', { filter: filter.label, value: plain(filter, value) })}
          >
            <span className={css.what}>{filter.label}</span> {shown(filter, value)}
            <Icon name="close" size={14} />
          </Button>
        )),
      )}
    </div>
  );
}

function shown(filter: Filter, value: string): ReactNode {
  return filter.kind === 'choice' ? (filter.options.find((option) => option.value === value)?.label ?? value) : value;
}

function plain(filter: Filter, value: string): string {
  const label = shown(filter, value);
  return typeof label === 'string' ? label : value;
}

/** Free text; asked for a moment after the last letter, so that typing is never waited for. */
function SearchBox({ hint }: { hint: string }) {
  const { one, change } = useAddress();
  const inAddress = one('q') ?? '';
  const [typed, setTyped] = useState(inAddress);
  useEffect(() => setTyped(inAddress), [inAddress]);
  useEffect(() => {
    if (typed === inAddress) return;
    const timer = setTimeout(
      () => change({ q: typed || undefined, cursor: undefined, before: undefined }, { replace: true }),
      250,
    );
    return () => clearTimeout(timer);
  }, [typed, inAddress, change]);
  return (
    <Input
      className={css.search}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      prefix={<Icon name="search" size={16} />}
      placeholder={hint}
      aria-label={hint}
      allowClear
      type="search"
    />
  );
}
