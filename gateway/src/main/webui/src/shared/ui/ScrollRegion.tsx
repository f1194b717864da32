import type { ReactNode } from 'react';
import css from './ScrollRegion.module.css';

/** A part of the page that scrolls by itself; it has a name, and the keyboard reaches it. */
export function ScrollRegion({
  label,
  className,
  children,
}: {
  label: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={`${css.region} ${className ?? ''}`} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
