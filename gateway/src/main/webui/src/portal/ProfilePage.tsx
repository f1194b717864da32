import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../shared/api/useCommand';
import { useAddress } from '../shared/list/address';
import { Count, When } from '../shared/ui/Figures';
import { Card, Page } from '../shared/ui/Page';
import { Platform } from '../shared/ui/Platform';
import { SimpleTable } from '../shared/ui/SimpleTable';
import { ErrorState, Lines, ProblemNote } from '../shared/ui/States';
import { briefsKey, confirmLink, profileQuery } from './api';
import css from './portal.module.css';

/** Which records of which organisations are this person, and the place to confirm one more. */
export default function ProfilePage() {
  const { t } = useTranslation('portal');
  const profile = useQuery(profileQuery);
  return (
    <Page title={t('profile.title')} lead={t('profile.lead')} width="normal">
      <div className={css.stack}>
        <Confirm />
        {profile.error ? (
          <ErrorState problem={profile.error} retry={() => void profile.refetch()} />
        ) : profile.isPending ? (
          <Card>
            <Lines count={3} />
          </Card>
        ) : (
          profile.data.items.map((record) => (
            <Card key={record.kolId} title={record.displayName} flush>
              <SimpleTable
                label={record.displayName}
                rows={record.accounts}
                rowKey={({ id }) => id}
                columns={[
                  {
                    key: 'account',
                    title: t('brief.account'),
                    render: ({ platform, handle }) => (
                      <>
                        <Platform id={platform} /> <bdi>{handle}</bdi>
                      </>
                    ),
                  },
                  {
                    key: 'followers',
                    title: t('profile.followers'),
                    numeric: true,
                    render: ({ followers }) => <Count value={followers} />,
                  },
                  {
                    key: 'measured',
                    title: t('profile.measuredOn'),
                    render: ({ measuredOn }) => <When value={measuredOn} />,
                  },
                ]}
              />
            </Card>
          ))
        )}
      </div>
    </Page>
  );
}

/** Confirms "this record is me" with the token of an invitation; a link brings it along in the address. */
function Confirm() {
  const { t } = useTranslation('portal');
  const { one } = useAddress();
  const [token, setToken] = useState(one('token') ?? '');
  const confirm = useCommand({
    run: (typed: string, key) => confirmLink(typed, key),
    refreshes: [['partner-profile'], [...briefsKey]],
    onDone: () => setToken(''),
  });
  return (
    <Card title={t('profile.confirmTitle')}>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          confirm.send(token.trim());
        }}
      >
        <label className={css.field} htmlFor="link-token">
          {t('profile.token')}
          <Input id="link-token" autoComplete="off" value={token} onChange={(event) => setToken(event.target.value)} />
        </label>
        <ProblemNote problem={confirm.problem} />
        {confirm.result !== undefined && <p role="status">{t('profile.confirmed')}</p>}
        <div className={css.actions}>
          <Button type="primary" htmlType="submit" loading={confirm.busy} disabled={token.trim() === ''}>
            {t('profile.confirm')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
