import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useDeferredValue, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/session';
import { parseQuery } from '../list/address';
import { Icon, type IconName } from '../ui/Icon';
import css from './SearchPalette.module.css';
import { type Hit, searchEverything } from './search';

const icons: Record<Hit['group'], IconName> = {
  pages: 'chevron',
  kols: 'profile',
  campaigns: 'campaigns',
  fees: 'money',
};

/** Search over everything: type, arrow, enter. */
export default function SearchPalette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const session = useSession();
  const navigate = useNavigate();
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const asked = useDeferredValue(typed);
  const { data: hits = [], isFetching } = useQuery({
    queryKey: ['search', asked],
    queryFn: () => searchEverything(asked, session, (key) => t(key)),
    placeholderData: (before) => before,
    staleTime: 30_000,
  });
  useEffect(() => dialog.current?.showModal(), []);

  const open = (hit: Hit | undefined) => {
    if (!hit) return;
    onClose();
    const [to = '', query = ''] = hit.path.split('?');
    void navigate({ to: to as never, search: parseQuery(query) as never });
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setAt((before) => (hits.length === 0 ? 0 : (before + step + hits.length) % hits.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      open(hits[at]);
    }
  };

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click on the ground closes; by keyboard, Escape does
    <dialog
      ref={dialog}
      className={css.dialog}
      aria-label={t('search.title')}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <div className={css.field}>
        <Icon name="search" />
        <input
          autoFocus
          role="combobox"
          aria-expanded={hits.length > 0}
          aria-controls="search-hits"
          aria-activedescendant={hits[at] ? `hit-${at}` : undefined}
          aria-label={t('search.title')}
          placeholder={t('search.hint')}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKey}
        />
      </div>
      <div id="search-hits" role="listbox" aria-label={t('search.title')} className={css.hits} aria-busy={isFetching}>
        {hits.map((hit, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the field, as a combobox has it
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus, as a combobox has it
          <div
            key={hit.key}
            id={`hit-${index}`}
            role="option"
            aria-selected={index === at}
            className={css.hit}
            onClick={() => open(hit)}
            onMouseMove={() => setAt(index)}
          >
            <Icon name={icons[hit.group]} size={16} />
            <span className={css.title} dir="auto">
              {hit.title}
            </span>
            <span className={css.group}>{t(`search.group.${hit.group}`)}</span>
          </div>
        ))}
      </div>
      <p className={css.foot} role="status">
        {hits.length === 0 && !isFetching ? t('search.nothing', { q: typed }) : t('search.keys')}
      </p>
    </dialog>
  );
}
