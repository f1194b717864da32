import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../shared/api/useCommand';
import { When } from '../shared/ui/Figures';
import { ProblemNote } from '../shared/ui/States';
import { inviteToLink, type Kol } from './api';
import css from './KolPage.module.css';

/** Makes the token with which the KOL confirms in the portal: this record is me. It is shown once. */
export default function LinkInvitation({ kol, onClose }: { kol: Kol; onClose: () => void }) {
  const { t } = useTranslation('discover');
  const [copied, setCopied] = useState(false);
  const invite = useCommand({ run: (_: undefined, key) => inviteToLink(kol.id, key) });
  const token = invite.result?.value.token;
  return (
    <Modal
      open
      title={t('link.title', { name: kol.displayName })}
      onCancel={onClose}
      footer={
        token ? (
          <Button type="primary" onClick={() => void navigator.clipboard.writeText(token).then(() => setCopied(true))}>
            {t(copied ? 'link.copied' : 'link.copy')}
          </Button>
        ) : (
          <Button type="primary" loading={invite.busy} onClick={() => invite.send(undefined)}>
            {t('link.make')}
          </Button>
        )
      }
    >
      <div className={css.stack}>
        <p>{t('link.text')}</p>
        {token && (
          <>
            <code className={css.token}>{token}</code>
            <p className={css.muted}>
              {t('link.once')} <When value={invite.result?.value.expiresAt} time relative />
            </p>
          </>
        )}
        <ProblemNote problem={invite.problem} />
      </div>
    </Modal>
  );
}
