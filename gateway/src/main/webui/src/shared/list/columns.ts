import { useState } from 'react';
import type { Column } from './DataList';

/** Which columns a person wants to see, kept per list in this browser. */
export function useChosenColumns<T>(name: string, columns: Column<T>[]) {
  const store = `kol.columns.${name}`;
  const [chosen, setChosen] = useState<Set<string>>(() => {
    const kept = localStorage.getItem(store);
    return new Set(kept ? (JSON.parse(kept) as string[]) : columns.filter((c) => !c.optional).map((c) => c.key));
  });
  const toggle = (key: string) => {
    const next = new Set(chosen);
    if (!next.delete(key)) next.add(key);
    localStorage.setItem(store, JSON.stringify([...next]));
    setChosen(next);
  };
  return { chosen, toggle, shown: columns.filter((column) => column.fixed || chosen.has(column.key)) };
}
