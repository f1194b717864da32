import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/session';
import { Icon } from '../ui/Icon';
import { PageSkeleton } from '../ui/States';
import { areasOf, livesInPortal } from './areas';
import css from './Frame.module.css';
import { SessionExpired } from './SessionExpired';
import { TopBar } from './TopBar';

/** What stands around every page: navigation by work on the left, the top bar, and the page. */
export function Frame() {
  const { t } = useTranslation();
  const session = useSession();
  const portal = livesInPortal(session);
  const { pathname } = useLocation();
  const [open, setOpen] = useState(false);
  const main = useRef<HTMLElement>(null);

  // A new page begins at its top, with the focus where a screen reader starts to read.
  const firstPage = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is what this waits for
  useEffect(() => {
    setOpen(false);
    if (firstPage.current) {
      firstPage.current = false;
      return;
    }
    main.current?.focus({ preventScroll: true });
  }, [pathname]);

  return (
    <div className={`${css.frame} ${portal ? css.portal : ''}`}>
      <a href="#main" className={css.skip}>
        {t('frame.skip')}
      </a>
      <Navigation open={open} onClose={() => setOpen(false)} />
      <div className={css.side}>
        <TopBar onMenu={() => setOpen(true)} portal={portal} />
        <main id="main" ref={main} tabIndex={-1} className={css.main}>
          <Suspense fallback={<PageSkeleton />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      <SessionExpired />
    </div>
  );
}

function Navigation({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const session = useSession();
  useEffect(() => {
    if (!open) return;
    const close = (event: KeyboardEvent) => event.key === 'Escape' && onClose();
    window.addEventListener('keydown', close);
    return () => window.removeEventListener('keydown', close);
  }, [open, onClose]);
  return (
    <>
      {open && <button type="button" className={css.veil} aria-label={t('frame.closeMenu')} onClick={onClose} />}
      <nav className={css.nav} data-open={open} aria-label={t('frame.navigation')}>
        <Link to="/" className={css.brand}>
          <img src="/mark.svg" alt="" width={28} height={28} />
          <span>{t('suite')}</span>
        </Link>
        <ul>
          {areasOf(session).map((area) => (
            <li key={area.key}>
              <Link
                to={area.to as never}
                className={css.area}
                activeProps={{ 'aria-current': 'page' }}
                activeOptions={{ exact: area.to === '/' || area.to === '/portal', includeSearch: false }}
              >
                <Icon name={area.icon} />
                <span>{t(`area.${area.key}`)}</span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}
