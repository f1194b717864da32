import { useCallback, useEffect, useRef, useState } from 'react';

/**
 * What is typed into a form, kept in this window's own store until it is saved: a reload, a lost session or a wrong click loses
 * nothing. Not for bank details or anything else that must not stay on a desk.
 */
export function useDraft<T extends object>(name: string, initial: T) {
  const store = `kol.draft.${name}`;
  const [restored] = useState(() => {
    const kept = sessionStorage.getItem(store);
    return kept ? (JSON.parse(kept) as T) : undefined;
  });
  const [value, setValue] = useState<T>(() => ({ ...initial, ...restored }));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const change = useCallback(
    (changes: Partial<T>) => {
      setValue((before) => {
        const next = { ...before, ...changes };
        clearTimeout(timer.current);
        timer.current = setTimeout(() => sessionStorage.setItem(store, JSON.stringify(next)), 150);
        return next;
      });
    },
    [store],
  );
  const discard = useCallback(
    (next?: T) => {
      clearTimeout(timer.current);
      sessionStorage.removeItem(store);
      if (next) setValue(next);
    },
    [store],
  );
  return { value, change, discard, restored: restored !== undefined };
}
