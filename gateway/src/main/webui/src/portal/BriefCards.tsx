import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Money, When } from '../shared/ui/Figures';
import { Platform } from '../shared/ui/Platform';
import { StateTag } from '../shared/ui/StateTag';
import type { Brief } from './api';
import css from './portal.module.css';

/** Briefs as cards: what is asked, by whom, what for, and until when. */
export function BriefCards({ briefs }: { briefs: Brief[] }) {
  const { t } = useTranslation('portal');
  return (
    <ul className={css.cards}>
      {briefs.map((brief) => (
        <li key={brief.id}>
          <Link to={`/portal/briefs/${brief.id}` as never} className={css.brief}>
            <span className={css.line}>
              <strong dir="auto">{brief.title ?? brief.campaignName}</strong>
              <StateTag tone={(brief.actions ?? []).length > 0 ? 'active' : 'neutral'}>
                {t(`state.${brief.state}`, { defaultValue: brief.state })}
              </StateTag>
            </span>
            <small>
              <bdi>{brief.brandName}</bdi> · {t(`track.${brief.track}`)}
            </small>
            <span className={css.line}>
              <Platform id={String(brief.platform)} />
              {brief.fee ? <Money value={brief.fee} /> : <span dir="auto">{brief.gift}</span>}
            </span>
            {brief.dueAt && (
              <small>
                {t('until')} <When value={brief.dueAt} relative />
              </small>
            )}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** Whether the KOL has the next word; a dispute can always be opened and is no work that waits. */
export function waitsForMe(brief: Brief): boolean {
  return (brief.actions ?? []).some((action) => action !== 'dispute' && action !== 'decline');
}
