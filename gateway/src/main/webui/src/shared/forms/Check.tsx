import type { ReactNode } from 'react';
import css from './Check.module.css';

interface CheckProps {
  id?: string;
  checked?: boolean;
  onChange?: (event: { target: { checked: boolean } }) => void;
  children: ReactNode;
}

/** A box to check, with its words. In a form, `valuePropName="checked"`. */
export function Check({ children, checked = false, ...rest }: CheckProps) {
  return (
    <label className={css.check}>
      <input type="checkbox" checked={checked} {...rest} />
      {children}
    </label>
  );
}
