import { Link, type LinkProps } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import css from './Page.module.css';

interface PageProps {
  title: ReactNode;
  /** What the browser's tab shows when the title is no plain text. */
  tabTitle?: string;
  /** The line under the title: what this page is for, or the facts of the thing. */
  lead?: ReactNode;
  /** The one or two next actions. */
  actions?: ReactNode;
  /** Where this page hangs: the way back up. */
  trail?: { label: ReactNode; to: LinkProps['to']; params?: Record<string, string> }[];
  /** State, owner, money: what stands beside the title. */
  facts?: ReactNode;
  /** `wide` for lists and boards, `reading` for forms. */
  width?: 'wide' | 'normal' | 'reading';
  children: ReactNode;
}

/** One page: where it hangs, its title, facts, next actions, and the work. */
export function Page({ title, tabTitle, lead, actions, trail, facts, width = 'wide', children }: PageProps) {
  const { t } = useTranslation();
  const tab = tabTitle ?? (typeof title === 'string' ? title : '');
  useEffect(() => {
    document.title = tab ? `${tab} · ${t('suite')}` : t('suite');
  }, [tab, t]);
  return (
    <div className={`${css.page} ${css[width]}`}>
      {trail && (
        <nav aria-label={t('frame.trail')} className={css.trail}>
          {trail.map((step, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a trail's steps never move
            <span key={index}>
              <Link to={step.to} params={step.params as never}>
                {step.label}
              </Link>
              <span aria-hidden> / </span>
            </span>
          ))}
        </nav>
      )}
      <header className={css.header}>
        <div className={css.heading}>
          <div className={css.titleLine}>
            <h1 dir="auto">{title}</h1>
            {facts}
          </div>
          {lead && <div className={css.lead}>{lead}</div>}
        </div>
        {actions && <div className={css.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}

/** A part of a page on its own ground. */
export function Card({
  title,
  extra,
  children,
  flush = false,
}: {
  title?: ReactNode;
  extra?: ReactNode;
  children: ReactNode;
  flush?: boolean;
}) {
  return (
    <section className={css.card}>
      {(title || extra) && (
        <header className={css.cardHeader}>
          {title && <h2>{title}</h2>}
          {extra && <div className={css.cardExtra}>{extra}</div>}
        </header>
      )}
      <div className={flush ? css.flush : css.cardBody}>{children}</div>
    </section>
  );
}

/** Facts as term and value, in as many columns as fit. */
export function Facts({ items }: { items: { label: ReactNode; value: ReactNode }[] }) {
  return (
    <dl className={css.facts}>
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the facts of one thing never move
        <div key={index}>
          <dt>{item.label}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A row of headline figures. */
export function FigureRow({ figures }: { figures: { label: ReactNode; value: ReactNode; hint?: ReactNode }[] }) {
  return (
    <dl className={css.figures}>
      {figures.map((figure, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the figures of one row never move
        <div key={index}>
          <dt>{figure.label}</dt>
          <dd>
            <strong>{figure.value}</strong>
            {figure.hint && <span>{figure.hint}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
