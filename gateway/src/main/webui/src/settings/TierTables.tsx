import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Versioned } from '../shared/api/http';
import { useCommand } from '../shared/api/useCommand';
import { NumberInput } from '../shared/forms/NumberInput';
import { useAddress } from '../shared/list/address';
import { Count } from '../shared/ui/Figures';
import { Card } from '../shared/ui/Page';
import { SimpleTable } from '../shared/ui/SimpleTable';
import { ErrorState, Lines, ProblemNote } from '../shared/ui/States';
import { useTierName } from '../shared/ui/Tier';
import { fetchPlatforms, fetchTiers, replaceTiers, type Tier, type TierTable } from './api';
import css from './settings.module.css';

/** From how many followers on an account counts as what, platform by platform. */
export default function TierTables({ mayEdit }: { mayEdit: boolean }) {
  const { t, i18n } = useTranslation('settings');
  const { one, change } = useAddress();
  const platforms = useQuery({ queryKey: ['platforms'], queryFn: fetchPlatforms, staleTime: 3_600_000 });
  const platform = one('platform') ?? platforms.data?.items[0]?.code;
  const table = useQuery({
    queryKey: ['tiers', platform],
    queryFn: () => fetchTiers(platform ?? ''),
    enabled: Boolean(platform),
  });
  const problem = platforms.error ?? table.error;
  if (problem) return <ErrorState problem={problem} />;
  if (!platforms.data || !table.data) return <Lines count={6} />;
  return (
    <Card
      title={t('tiers.title')}
      extra={
        <Select
          aria-label={t('tiers.platform')}
          value={platform}
          style={{ width: 200 }}
          onChange={(code: string) => change({ platform: code })}
          options={platforms.data.items.map(({ code, name, nameZh }) => ({
            value: code,
            label: i18n.language === 'zh-CN' ? nameZh : name,
          }))}
        />
      }
    >
      <TierEditor key={`${platform} ${table.data.etag}`} opened={table.data} mayEdit={mayEdit} />
    </Card>
  );
}

function TierEditor({ opened, mayEdit }: { opened: Versioned<TierTable>; mayEdit: boolean }) {
  const { t } = useTranslation('settings');
  const tierName = useTierName();
  const queries = useQueryClient();
  const { platform, source, own } = opened.value;
  const [tiers, setTiers] = useState<Tier[]>(opened.value.tiers);
  const save = useCommand<Tier[], Versioned<TierTable>>({
    run: (next) => replaceTiers(platform, next, opened.etag || `"${opened.value.version}"`),
    refreshes: [['kols']],
    onDone: (saved) => queries.setQueryData(['tiers', platform], saved),
  });
  const changed = JSON.stringify(tiers) !== JSON.stringify(opened.value.tiers);
  return (
    <div className={css.stack}>
      <p className={css.muted}>{t(own ? 'tiers.own' : 'tiers.default', { source })}</p>
      <SimpleTable<Tier>
        label={t('tiers.title')}
        rows={tiers}
        rowKey={(tier) => tier.code}
        columns={[
          {
            key: 'tier',
            title: t('tiers.tier'),
            render: (tier) => tierName(tier.code),
          },
          {
            key: 'from',
            title: t('tiers.from'),
            numeric: true,
            render: (tier) =>
              mayEdit && tier.fromFollowers > 0 ? (
                <NumberInput
                  aria-label={t('tiers.fromOf', { tier: tierName(tier.code) })}
                  min={1}
                  value={tier.fromFollowers}
                  onChange={(from) =>
                    setTiers(tiers.map((one) => (one.code === tier.code ? { ...one, fromFollowers: from ?? 0 } : one)))
                  }
                />
              ) : (
                <Count value={tier.fromFollowers} />
              ),
          },
        ]}
      />
      <ProblemNote problem={save.problem} />
      {mayEdit && (
        <div className={css.bar}>
          <Button type="primary" disabled={!changed} loading={save.busy} onClick={() => save.send(tiers)}>
            {t('tiers.save')}
          </Button>
          <span className={css.muted}>{t('tiers.effect')}</span>
        </div>
      )}
    </div>
  );
}
