import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { signInAddress } from '../api/session';
import { languages, speak } from '../i18n';
import { useAddress } from '../list/address';
import css from './SignInPage.module.css';

/** The door: what this is, one button, and the choice of language. */
export default function SignInPage() {
  const { t, i18n } = useTranslation();
  const { one } = useAddress();
  useEffect(() => {
    document.title = t('suite');
  }, [t]);
  return (
    <div className={css.page}>
      <main className={css.door}>
        <img src="/mark.svg" alt="" width={48} height={48} />
        <h1>{t('suite')}</h1>
        <p>{t('signIn.lead')}</p>
        {one('failed') && (
          <p role="alert" className={css.failed}>
            {t('signIn.failed')}
          </p>
        )}
        <Button type="primary" size="large" block href={signInAddress(safeReturn(one('return')))}>
          {t('signIn.button')}
        </Button>
        <div className={css.languages}>
          {languages.map((language) => (
            <button
              type="button"
              key={language}
              lang={language}
              aria-pressed={i18n.language === language}
              onClick={() => void speak(language)}
            >
              {language === 'en' ? 'English' : '简体中文'}
            </button>
          ))}
        </div>
      </main>
      <aside className={css.picture} aria-hidden="true">
        <svg viewBox="0 0 480 480" aria-hidden="true">
          {[70, 130, 190, 250, 310, 370, 430].map((radius, index) => (
            <circle
              key={radius}
              cx="200"
              cy="300"
              r={radius}
              className={css.wave}
              strokeOpacity={0.55 - index * 0.065}
            />
          ))}
          <circle cx="200" cy="300" r="26" />
          <circle cx="249.5" cy="250.5" r="8" />
          <circle cx="330" cy="300" r="6" />
          <circle cx="105" cy="135.5" r="10" />
          <circle cx="376.8" cy="123.2" r="13" className={css.found} />
          <circle cx="200" cy="610" r="9" />
          <circle cx="391.7" cy="456.1" r="7" />
        </svg>
      </aside>
    </div>
  );
}

/** Only a path of this site is followed after signing in. */
export function safeReturn(target: string | undefined): string {
  return target && /^\/(?![/\\])/.test(target) ? target : '/';
}
