import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/Icon';
import { Input } from '../ui/Input';
import { Menu } from '../ui/Menu';
import { formatQuery, parseQuery, useAddress } from './address';
import css from './SavedViews.module.css';

interface View {
  name: string;
  query: string;
}

/** Filters and sort under a name, kept in this browser; an address, so a view can be sent to a colleague as well. */
export function SavedViews({ name }: { name: string }) {
  const { t } = useTranslation();
  const { query } = useAddress();
  const navigate = useNavigate();
  const store = `kol.views.${name}`;
  const [views, setViews] = useState<View[]>(() => JSON.parse(localStorage.getItem(store) ?? '[]') as View[]);
  const [naming, setNaming] = useState(false);
  const [typed, setTyped] = useState('');
  const keep = (next: View[]) => {
    localStorage.setItem(store, JSON.stringify(next));
    setViews(next);
  };
  const save = () => {
    if (!typed.trim()) return;
    const { cursor: _cursor, before: _before, ...rest } = query;
    keep([...views.filter((view) => view.name !== typed.trim()), { name: typed.trim(), query: formatQuery(rest) }]);
    setNaming(false);
    setTyped('');
  };
  if (naming) {
    return (
      <form
        className={css.naming}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Input
          autoFocus
          maxLength={60}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && setNaming(false)}
          placeholder={t('views.name')}
          aria-label={t('views.name')}
        />
        <Button htmlType="submit">{t('views.saveShort')}</Button>
      </form>
    );
  }
  return (
    <Menu
      label={t('views.title')}
      align="end"
      groups={[
        {
          entries: views.map((view) => ({
            key: view.name,
            label: view.name,
            onChoose: () => void navigate({ to: '.', search: (() => parseQuery(view.query)) as never }),
          })),
        },
        { entries: [{ key: 'save', label: t('views.save'), onChoose: () => setNaming(true) }] },
        {
          entries: views.map((view) => ({
            key: view.name,
            label: t('views.drop', { name: view.name }),
            onChoose: () => keep(views.filter((one) => one.name !== view.name)),
          })),
        },
      ]}
      trigger={(attributes) => (
        <Button icon={<Icon name="star" size={16} />} {...attributes}>
          {t('views.title')}
        </Button>
      )}
    />
  );
}
