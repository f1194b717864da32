import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { signInAddress } from '../api/session';
import { sessionGate } from '../api/sessionGate';
import css from './SessionExpired.module.css';

/** Stands over the page when the session ended; the page beneath keeps all that was typed, and its calls wait. */
export function SessionExpired() {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const [expired, setExpired] = useState(sessionGate.expired);
  useEffect(() => {
    const stopListening = sessionGate.listen();
    const stopWatching = sessionGate.onChange(setExpired);
    return () => {
      stopListening();
      stopWatching();
    };
  }, []);
  useEffect(() => {
    if (expired) dialog.current?.showModal();
    else dialog.current?.close();
  }, [expired]);
  const signIn = () => {
    window.open(signInAddress('/signed-in'), 'kol-sign-in', 'popup,width=520,height=720');
  };
  return (
    <dialog ref={dialog} className={css.dialog} aria-labelledby="expired" onCancel={(event) => event.preventDefault()}>
      <h2 id="expired">{t('session.expired')}</h2>
      <p>{t('session.kept')}</p>
      <Button type="primary" onClick={signIn}>
        {t('session.signInAgain')}
      </Button>
    </dialog>
  );
}
