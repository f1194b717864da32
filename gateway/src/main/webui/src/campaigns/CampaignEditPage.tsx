import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Versioned } from '../shared/api/http';
import { useCommand } from '../shared/api/useCommand';
import { ConflictDialog } from '../shared/forms/ConflictDialog';
import { useEdit } from '../shared/forms/useEdit';
import { Page } from '../shared/ui/Page';
import { ErrorState, PageSkeleton } from '../shared/ui/States';
import {
  type Campaign,
  campaignKey,
  campaignsKey,
  createCampaign,
  fetchCampaign,
  type Plan,
  replanCampaign,
} from './api';
import { CampaignForm } from './CampaignForm';
import { usePlanWords } from './planWords';

/** Plans a new campaign, or replans one. */
export default function CampaignEditPage() {
  const { campaignId } = useParams({ strict: false }) as { campaignId?: string };
  return campaignId ? <Replan id={campaignId} /> : <NewCampaign />;
}

const blank: Plan = {
  brandId: '',
  name: '',
  startsOn: '',
  endsOn: '',
  timeZone: 'Asia/Shanghai',
  platforms: [],
  productIds: [],
  objectives: [],
  runsBeside: [],
};

function NewCampaign() {
  const { t } = useTranslation('campaigns');
  const navigate = useNavigate();
  const create = useCommand<Plan, Versioned<Campaign>>({
    run: createCampaign,
    refreshes: [[...campaignsKey]],
    onDone: ({ value }) => void navigate({ to: `/campaigns/${value.id}` as never }),
  });
  return (
    <Page
      title={t('campaign.new')}
      lead={t('form.lead')}
      width="reading"
      trail={[{ label: t('title'), to: '/campaigns' }]}
    >
      <CampaignForm
        draftName="campaign.new"
        plan={blank}
        withBudget
        verb={t('form.create')}
        busy={create.busy}
        problem={create.problem}
        onSave={create.sendAsync}
        onCancel={() => void navigate({ to: '/campaigns' })}
      />
    </Page>
  );
}

function Replan({ id }: { id: string }) {
  const { data, error, isPending, refetch } = useQuery({
    queryKey: campaignKey(id),
    queryFn: () => fetchCampaign(id),
    // What the form was opened with must not change beneath it.
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (error) return <ErrorState problem={error} retry={() => void refetch()} />;
  if (isPending) return <PageSkeleton />;
  return <ReplanForm opened={data} />;
}

export function planOf(campaign: Campaign): Plan {
  const { brandId, name, startsOn, endsOn, timeZone, platforms, objectives, runsBeside } = campaign;
  return {
    brandId,
    name,
    startsOn,
    endsOn,
    timeZone,
    platforms,
    productIds: campaign.products.map((product) => product.id),
    objectives,
    runsBeside,
  };
}

function ReplanForm({ opened }: { opened: Versioned<Campaign> }) {
  const { t } = useTranslation('campaigns');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const words = usePlanWords(opened.value.budget.currency);
  const { id, name, status } = opened.value;
  const leave = () => void navigate({ to: `/campaigns/${id}` as never });
  const edit = useEdit<Campaign, Plan>({
    opened,
    words: planOf,
    reload: () => fetchCampaign(id),
    save: (plan, etag) => replanCampaign(id, plan, etag),
    onSaved: (saved) => {
      queries.setQueryData(campaignKey(id), saved);
      void queries.invalidateQueries({ queryKey: campaignsKey });
      leave();
    },
  });
  return (
    <Page
      title={t('form.replan', { name })}
      width="reading"
      trail={[
        { label: t('title'), to: '/campaigns' },
        { label: name, to: `/campaigns/${id}` as never },
      ]}
    >
      <CampaignForm
        draftName={`campaign.${id}`}
        plan={planOf(opened.value)}
        currency={opened.value.budget.currency}
        objectivesFixed={status !== 'DRAFT'}
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
          fieldLabel={words.label}
          show={words.show}
          onResolve={(version) => void edit.resolve(version)}
          onClose={edit.dismiss}
        />
      )}
    </Page>
  );
}
