import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Versioned } from '../shared/api/http';
import { useCommand } from '../shared/api/useCommand';
import { ConflictDialog } from '../shared/forms/ConflictDialog';
import { useEdit } from '../shared/forms/useEdit';
import { Page } from '../shared/ui/Page';
import { EmptyState, ErrorState, PageSkeleton } from '../shared/ui/States';
import {
  type Brief,
  type BriefWords,
  briefsKey,
  type Campaign,
  campaignKey,
  fetchBrief,
  fetchCampaign,
  rewriteBrief,
  type Wanted,
  writeBrief,
} from './api';
import { BriefForm } from './BriefForm';

/** Writes a brief of a campaign, or rewrites one that nobody has read yet. */
export default function BriefEditPage() {
  const { t } = useTranslation('campaigns');
  const { campaignId, briefId } = useParams({ strict: false }) as { campaignId: string; briefId?: string };
  const campaign = useQuery({ queryKey: campaignKey(campaignId), queryFn: () => fetchCampaign(campaignId) });
  const brief = useQuery({
    queryKey: ['brief', briefId],
    queryFn: () => fetchBrief(briefId ?? ''),
    enabled: Boolean(briefId),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const problem = campaign.error ?? brief.error;
  if (problem) return <ErrorState problem={problem} />;
  if (!campaign.data || (briefId && !brief.data)) return <PageSkeleton />;
  const { name, timeZone } = campaign.data.value;
  return (
    <Page
      title={briefId ? t('brief.rewrite') : t('brief.new')}
      lead={t('brief.lead')}
      width="reading"
      trail={[
        { label: t('title'), to: '/campaigns' },
        { label: name, to: `/campaigns/${campaignId}` as never },
      ]}
    >
      {brief.data?.value.sentAt ? (
        <EmptyState title={t('brief.sentAlready')}>{t('brief.sentAlreadyText')}</EmptyState>
      ) : brief.data ? (
        <Rewrite opened={brief.data} timeZone={timeZone} />
      ) : (
        <Write campaign={campaign.data.value} />
      )}
    </Page>
  );
}

function useLeave(campaignId: string) {
  const navigate = useNavigate();
  return () => void navigate({ to: `/campaigns/${campaignId}` as never, search: { tab: 'briefs' } as never });
}

function Write({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('campaigns');
  const leave = useLeave(campaign.id);
  const write = useCommand({ run: writeBrief, refreshes: [[...briefsKey(campaign.id)]], onDone: leave });
  const blank: BriefWords = {
    campaignId: campaign.id,
    title: '',
    keyMessage: '',
    deliverables: [{ format: '', quantity: 1, dueLocal: null }],
    dos: [],
    donts: [],
    disclosure: '广告',
    hashtags: [],
    scriptRequired: false,
    retentionDays: 30,
  };
  return (
    <BriefForm
      draftName={`brief.new.${campaign.id}`}
      words={blank}
      timeZone={campaign.timeZone}
      verb={t('brief.write')}
      busy={write.busy}
      problem={write.problem}
      onSave={write.sendAsync}
      onCancel={leave}
    />
  );
}

function wordsOf({
  id: _id,
  version: _version,
  placesTaken: _taken,
  sentAt: _sent,
  createdAt: _created,
  ...words
}: Brief): BriefWords {
  return {
    ...words,
    deliverables: words.deliverables.map(({ format, quantity, dueLocal }) => ({ format, quantity, dueLocal })),
  };
}

function Rewrite({ opened, timeZone }: { opened: Versioned<Brief>; timeZone: string }) {
  const { t } = useTranslation('campaigns');
  const queries = useQueryClient();
  const { id, campaignId } = opened.value;
  const leave = useLeave(campaignId);
  const edit = useEdit<Brief, BriefWords>({
    opened,
    words: wordsOf,
    reload: () => fetchBrief(id),
    save: (words, etag) => rewriteBrief(id, words, etag),
    onSaved: (saved) => {
      queries.setQueryData(['brief', id], saved);
      void queries.invalidateQueries({ queryKey: briefsKey(campaignId) });
      leave();
    },
  });
  return (
    <>
      <BriefForm
        draftName={`brief.${id}`}
        words={wordsOf(opened.value)}
        timeZone={timeZone}
        verb={t('shared:actions.save')}
        busy={edit.busy}
        problem={edit.problem}
        onSave={edit.save}
        onCancel={leave}
      />
      {edit.conflict && (
        <ConflictDialog
          base={edit.conflict.base}
          mine={edit.conflict.mine}
          theirs={edit.conflict.theirs}
          fieldLabel={(field) => t(`brief.${field}`)}
          show={(_, value) => shown(value)}
          onResolve={(version) => void edit.resolve(version)}
          onClose={edit.dismiss}
        />
      )}
    </>
  );
}

function shown(value: unknown): string {
  if (Array.isArray(value)) {
    return (
      value
        .map((one: string | Wanted) => (typeof one === 'string' ? one : `${one.quantity} × ${one.format}`))
        .join(' · ') || '–'
    );
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flat().join(' · ') : String(value ?? '–');
}
