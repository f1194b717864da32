import { useTranslation } from 'react-i18next';
import { When } from '../shared/ui/Figures';
import { Card } from '../shared/ui/Page';
import { StateTag, type Tone } from '../shared/ui/StateTag';
import css from './campaigns.module.css';
import type { HandedIn } from './collaborationApi';

const tones: Record<string, Tone> = {
  WAITING: 'active',
  APPROVED: 'good',
  LIVE: 'good',
  SENT_BACK: 'waiting',
  REMOVED: 'bad',
};

/** Scripts, drafts and posts, round by round, with what was said to them. */
export function ContentRounds({ contents }: { contents: HandedIn[] }) {
  const { t } = useTranslation(['campaigns', 'collaboration']);
  return (
    <Card title={t('collaboration.content')}>
      {contents.map((content) => (
        <article key={content.id} className={css.content}>
          <div className={css.contentHead}>
            <strong>{t(`contentKind.${content.kind}`, { round: content.round })}</strong>
            <StateTag tone={tones[content.verdict] ?? 'neutral'}>
              {t(`contentVerdict.${content.verdict}`, { defaultValue: content.verdict })}
            </StateTag>
            {content.late && <StateTag tone="bad">{t('collaboration.late')}</StateTag>}
            <span className={css.muted}>
              <When value={content.at} time />
            </span>
          </div>
          {content.url && (
            <a href={content.url} target="_blank" rel="noreferrer">
              {content.url}
            </a>
          )}
          {content.text && (
            <p className={css.words} dir="auto">
              {content.text}
            </p>
          )}
          {content.comment && (
            <blockquote className={css.quote} dir="auto">
              {content.comment}
            </blockquote>
          )}
        </article>
      ))}
    </Card>
  );
}
