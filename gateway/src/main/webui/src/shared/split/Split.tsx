import type { ReactNode } from 'react';
import css from './Split.module.css';

/** Two lists that belong together, with what connects them between: bank lines left, fees right, proposals in the middle. */
export function Split({ left, middle, right }: { left: Side; middle: Side; right: Side }) {
  return (
    <div className={css.split}>
      {[left, middle, right].map((side) => (
        <section key={side.title} className={css.side} aria-label={side.title}>
          <header>
            <h2>{side.title}</h2>
            {side.summary && <span>{side.summary}</span>}
          </header>
          <div className={css.body}>{side.children}</div>
        </section>
      ))}
    </div>
  );
}

interface Side {
  title: string;
  /** Count and sum. */
  summary?: ReactNode;
  children: ReactNode;
}
