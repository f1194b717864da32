import css from './Meter.module.css';

/** A share of a whole as a bar with parts; the numbers stand beside it, so the bar itself is silent. */
export function Meter({
  parts,
  whole,
}: {
  parts: { value: number; tone: 'solid' | 'soft' | 'good' | 'bad' }[];
  whole: number;
}) {
  return (
    <span className={css.meter} aria-hidden>
      {parts.map((part, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one bar never move
          key={index}
          className={css[part.tone]}
          style={{ width: `${whole > 0 ? Math.max(0, Math.min(100, (100 * part.value) / whole)) : 0}%` }}
        />
      ))}
    </span>
  );
}
