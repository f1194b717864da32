import type { ReactNode } from 'react';
import css from './StateTag.module.css';

/** What a state means for whoever looks at it; the colour never says it alone, the word does. */
export type Tone = 'neutral' | 'active' | 'waiting' | 'good' | 'bad';

/** The state of a thing, as a quiet label with a sign in front whose form follows its tone. */
export function StateTag({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={`${css.tag} ${css[tone]}`}>
      <span className={css.sign} aria-hidden />
      {children}
    </span>
  );
}
