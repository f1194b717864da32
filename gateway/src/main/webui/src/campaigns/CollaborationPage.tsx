import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRole } from '../shared/api/session';
import { Icon } from '../shared/ui/Icon';
import { Menu } from '../shared/ui/Menu';
import { Card, Page } from '../shared/ui/Page';
import { ErrorState, PageSkeleton } from '../shared/ui/States';
import { Timeline } from '../shared/ui/Timeline';
import { CollaborationFacts } from './CollaborationFacts';
import { CollaborationState } from './CollaborationState';
import { ContentRounds } from './ContentRounds';
import css from './campaigns.module.css';
import {
  type CollaborationDetail,
  type CollaborationSummary,
  collaborationKey,
  fetchCollaboration,
} from './collaborationApi';
import { EscalationProposal } from './EscalationProposal';
import { MeasuredResults } from './MeasuredResults';
import { specOf, steps } from './steps';

const StepDialog = lazy(() => import('./StepDialog'));

/** One collaboration: where it stands, what may be done now, and everything that led here. */
export default function CollaborationPage() {
  const { collaborationId } = useParams({ strict: false }) as { collaborationId: string };
  const { data, error, isPending, refetch } = useQuery({
    queryKey: collaborationKey(collaborationId),
    queryFn: () => fetchCollaboration(collaborationId),
  });
  if (error) return <ErrorState problem={error} retry={() => void refetch()} />;
  if (isPending) return <PageSkeleton />;
  return <Detail detail={data.value} />;
}

function Detail({ detail }: { detail: CollaborationDetail }) {
  const { t } = useTranslation(['campaigns', 'collaboration', 'steps']);
  const navigate = useNavigate();
  const [verb, setVerb] = useState<string>();
  const { collaboration } = detail;
  const unblocks = useRole('brand-manager', 'finance');
  const done = (after: CollaborationDetail) => {
    // Escalating opens another collaboration; the work goes on there.
    if (after.collaboration.id === collaboration.id) return;
    void navigate({
      to: `/campaigns/${after.collaboration.campaignId}/collaborations/${after.collaboration.id}` as never,
    });
  };
  const proposal = detail.proposals[0];
  return (
    <Page
      tabTitle={collaboration.kolName}
      title={<bdi>{collaboration.kolName}</bdi>}
      facts={<CollaborationState state={collaboration.state} />}
      lead={t(`track.${collaboration.track}`)}
      trail={[
        { label: t('title'), to: '/campaigns' },
        { label: collaboration.campaignName, to: `/campaigns/${collaboration.campaignId}` as never },
      ]}
      actions={<Actions collaboration={collaboration} onChoose={setVerb} />}
    >
      {collaboration.blocked && (
        <p role="alert" className={css.blocked}>
          <strong>{t('collaboration.blocked')}</strong> {collaboration.blocked.detail}{' '}
          <code>{collaboration.blocked.code}</code>{' '}
          {unblocks && (
            <Button size="small" onClick={() => setVerb('unblock-fee')}>
              {t('steps:unblock-fee.do')}
            </Button>
          )}
        </p>
      )}
      <Lineage detail={detail} />
      <div className={css.detail}>
        <div className={css.stack}>
          {proposal && (
            <EscalationProposal
              proposed={proposal}
              measuredAt={detail.results.find(({ daysAfter }) => daysAfter === proposal.daysAfter)?.snapshotAt}
              currency={detail.reserved.currency}
            />
          )}
          <CollaborationFacts detail={detail} />
          {detail.contents.length > 0 && <ContentRounds contents={detail.contents} />}
          {detail.results.length > 0 && <MeasuredResults detail={detail} />}
        </div>
        <Card title={t('collaboration.history')}>
          <Timeline
            entries={[...detail.history].reverse().map((entry) => ({
              key: `${entry.recordedAt} ${entry.verb} ${entry.to}`,
              what: happened(
                t(`done.${entry.verb}`, { defaultValue: entry.verb }),
                t(`state.${entry.to}`, { defaultValue: entry.to }),
              ),
              who: entry.party === 'SYSTEM' ? undefined : whoActed(entry.actorName, t(`party.${entry.party}`)),
              when: entry.at,
              why: entry.reason,
              automatic: entry.party === 'SYSTEM',
            }))}
          />
        </Card>
      </div>
      {verb && (
        <Suspense fallback={null}>
          <StepDialog
            collaboration={collaboration}
            verb={verb}
            currency={detail.reserved.currency}
            onClose={() => setVerb(undefined)}
            onDone={done}
          />
        </Suspense>
      )}
    </Page>
  );
}

/** The name with the side it stands on; a KOL whose name is not told is just the KOL. */
function whoActed(name: string, party: string): string {
  return name.toLowerCase() === party.toLowerCase() || name === 'KOL' ? party : `${name} (${party})`;
}

/** What was done and where it led, said once when both have the same word. */
function happened(done: string, state: string): string {
  return done === state ? done : `${done} → ${state}`;
}

const order = Object.keys(steps);

/** The one or two steps that are next as buttons, the rest in a menu; only what is legal now. */
function Actions({
  collaboration,
  onChoose,
}: {
  collaboration: CollaborationSummary;
  onChoose: (verb: string) => void;
}) {
  const { t } = useTranslation(['campaigns', 'collaboration', 'steps']);
  const takesSteps = useRole('brand-manager');
  if (!takesSteps || collaboration.actions.length === 0) return null;
  const label = (verb: string) => t(`steps:${verb}.do`, { name: collaboration.kolName, defaultValue: verb });
  const main = collaboration.actions
    .filter((verb) => specOf(verb).main)
    .sort((one, other) => order.indexOf(one) - order.indexOf(other))
    .slice(0, 2);
  const rest = collaboration.actions.filter((verb) => !main.includes(verb));
  const entry = (verb: string) => ({
    key: verb,
    label: label(verb),
    danger: specOf(verb).danger ?? false,
    onChoose: () => onChoose(verb),
  });
  return (
    <>
      {main
        .map((verb, index) => (
          <Button key={verb} type={index === 0 ? 'primary' : 'default'} onClick={() => onChoose(verb)}>
            {label(verb)}
          </Button>
        ))
        .reverse()}
      {rest.length > 0 && (
        <Menu
          label={t('collaboration.more')}
          align="end"
          groups={[
            { entries: rest.filter((verb) => !specOf(verb).danger).map(entry) },
            { entries: rest.filter((verb) => specOf(verb).danger).map(entry) },
          ]}
          trigger={(attributes) => (
            <Button aria-label={t('collaboration.more')} icon={<Icon name="more" size={18} />} {...attributes} />
          )}
        />
      )}
    </>
  );
}

/** A gift that became paid work, and the paid work that grew out of a gift, lead to each other. */
function Lineage({ detail: { collaboration, escalatedTo } }: { detail: CollaborationDetail }) {
  const { t } = useTranslation(['campaigns', 'collaboration']);
  const other = escalatedTo ?? collaboration.escalatedFrom;
  if (!other) return null;
  return (
    <p>
      <Link to={`/campaigns/${collaboration.campaignId}/collaborations/${other}` as never}>
        {t(escalatedTo ? 'collaboration.toPaid' : 'collaboration.fromGift')}
      </Link>
    </p>
  );
}
