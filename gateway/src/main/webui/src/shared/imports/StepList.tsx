import { useTranslation } from 'react-i18next';
import css from './StepList.module.css';

/** Where in a sequence of steps this page is; only for imports and sending. */
export function StepList({ steps, at }: { steps: string[]; at: number }) {
  const { t } = useTranslation();
  return (
    <ol className={css.steps} aria-label={t('steps')}>
      {steps.map((step, index) => (
        <li key={step} data-done={index < at} aria-current={index === at ? 'step' : undefined}>
          <span className={css.number} aria-hidden>
            {index < at ? '✓' : index + 1}
          </span>
          {step}
        </li>
      ))}
    </ol>
  );
}
