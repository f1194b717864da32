import css from './Avatar.module.css';

/** The first letters of a name: one for Chinese, two for Latin names. */
export function initials(name: string): string {
  const trimmed = name.trim();
  const first = Array.from(trimmed)[0] ?? '?';
  if (!/[A-Za-z]/.test(first)) return first;
  const words = trimmed.split(/[\s._-]+/).filter(Boolean);
  const second = words.length > 1 ? (Array.from(words[words.length - 1] ?? '')[0] ?? '') : '';
  return (first + second).toUpperCase();
}

/** Initials on a calm ground; the same name always has the same ground. */
export function Avatar({ name, size = 32 }: { name: string; size?: 24 | 32 | 40 | 56 }) {
  const hash = Array.from(name).reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0, 7);
  return (
    <span className={`${css.avatar} ${css[`size${size}`]} ${css[`ground${hash % 6}`]}`} aria-hidden>
      {initials(name)}
    </span>
  );
}
