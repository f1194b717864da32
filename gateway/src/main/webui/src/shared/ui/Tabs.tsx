import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type Query, useAddress } from '../list/address';
import css from './Tabs.module.css';

export interface Tab {
  key: string;
  label: ReactNode;
  count?: number;
}

/** The tab in force: the one in the address, else the first. */
export function useTab(tabs: Tab[]): string {
  const { one } = useAddress();
  const wanted = one('tab');
  return tabs.some((tab) => tab.key === wanted) ? (wanted as string) : (tabs[0]?.key ?? '');
}

/** Parts of a page, each with an address of its own. */
export function Tabs({ tabs, label }: { tabs: Tab[]; label: string }) {
  return (
    <nav aria-label={label} className={css.tabs}>
      {tabs.map((tab, index) => (
        <Link
          key={tab.key}
          to="."
          search={((before: Query) => ({ ...before, tab: index === 0 ? undefined : tab.key })) as never}
          activeOptions={{ exact: true, includeSearch: true }}
          resetScroll={false}
          className={css.tab}
        >
          {tab.label}
          {tab.count !== undefined && <span className={css.count}>{tab.count}</span>}
        </Link>
      ))}
    </nav>
  );
}
