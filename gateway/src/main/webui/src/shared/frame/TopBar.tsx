import { Button } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Session, signOut, useSession } from '../api/session';
import { languages, speak } from '../i18n';
import { chooseDensity, chooseTheme, useAppearance } from '../theme/appearance';
import { Avatar } from '../ui/Avatar';
import { Icon } from '../ui/Icon';
import { Menu } from '../ui/Menu';
import { Popup } from '../ui/Popup';
import { useNotifications } from './notifications';
import css from './TopBar.module.css';

const SearchPalette = lazy(() => import('./SearchPalette'));
const Notifications = lazy(() => import('./Notifications'));

export function TopBar({ onMenu, portal }: { onMenu: () => void; portal: boolean }) {
  const { t } = useTranslation();
  const session = useSession();
  return (
    <header className={css.bar} data-frame>
      {!portal && (
        <button type="button" className={`${css.round} ${css.menu}`} onClick={onMenu} aria-label={t('frame.openMenu')}>
          <Icon name="menu" />
        </button>
      )}
      <span className={css.organisation} title={session.tenantName ?? undefined}>
        {session.tenantName ?? (portal ? t('frame.portal') : (session.tenant ?? ''))}
      </span>
      <span className={css.space} />
      {!portal && <Search />}
      <LanguageMenu />
      <AppearanceMenu />
      {!portal && <NotificationBell />}
      <AccountMenu session={session} />
    </header>
  );
}

function Search() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        setOpen(true);
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <button
        type="button"
        className={css.search}
        onClick={() => setOpen(true)}
        aria-label={t('search.open')}
        aria-keyshortcuts="Control+K"
      >
        <Icon name="search" size={16} />
        <span>{t('search.open')}</span>
      </button>
      {open && (
        <Suspense fallback={null}>
          <SearchPalette onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

function LanguageMenu() {
  const { t, i18n } = useTranslation();
  const entries = languages.map((language) => ({
    key: language,
    lang: language,
    label: language === 'en' ? 'English' : '简体中文',
    chosen: i18n.language === language,
    onChoose: () => void speak(language),
  }));
  return (
    <Menu
      label={t('frame.language')}
      align="end"
      groups={[{ entries }]}
      trigger={(attributes) => (
        <button type="button" className={css.round} aria-label={t('frame.language')} {...attributes}>
          <Icon name="language" />
        </button>
      )}
    />
  );
}

const themes = ['system', 'light', 'dark'] as const;
const densities = ['comfortable', 'compact'] as const;

function AppearanceMenu() {
  const { t } = useTranslation();
  const { theme, density } = useAppearance();
  return (
    <Menu
      label={t('frame.appearance')}
      align="end"
      groups={[
        {
          title: t('frame.theme'),
          entries: themes.map((key) => ({
            key,
            label: t(`theme.${key}`),
            chosen: key === theme,
            onChoose: () => chooseTheme(key),
          })),
        },
        {
          title: t('frame.density'),
          entries: densities.map((key) => ({
            key,
            label: t(`density.${key}`),
            chosen: key === density,
            onChoose: () => chooseDensity(key),
          })),
        },
      ]}
      trigger={(attributes) => (
        <button type="button" className={css.round} aria-label={t('frame.appearance')} {...attributes}>
          <Icon name="theme" />
        </button>
      )}
    />
  );
}

function NotificationBell() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { total } = useNotifications();
  return (
    <>
      <button
        type="button"
        className={css.round}
        aria-label={t('notifications.open', { count: total })}
        onClick={() => setOpen(true)}
      >
        <Icon name="bell" />
        {total > 0 && (
          <span className={css.badge} aria-hidden>
            {total > 99 ? '99+' : total}
          </span>
        )}
      </button>
      {open && (
        <Suspense fallback={null}>
          <Notifications onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

function AccountMenu({ session }: { session: Session }) {
  const { t } = useTranslation();
  const roles = session.roles.map((role) => t(`role.${role}`, { defaultValue: role })).join(' · ');
  const label = t('frame.account', { name: session.name });
  return (
    <Popup
      label={label}
      align="end"
      trigger={(attributes) => (
        <button type="button" className={css.round} {...attributes}>
          <Avatar name={session.name} size={32} />
          <span className="visually-hidden">{label}</span>
        </button>
      )}
    >
      {() => (
        <div className={css.account}>
          <strong dir="auto">{session.name}</strong>
          <span>{roles}</span>
          <Button block onClick={() => void signOut()}>
            {t('frame.signOut')}
          </Button>
        </div>
      )}
    </Popup>
  );
}
