import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRole } from '../shared/api/session';
import { Board, type BoardColumn, type Move } from '../shared/board/Board';
import { useAddress } from '../shared/list/address';
import { Count, Money, When } from '../shared/ui/Figures';
import { Platform } from '../shared/ui/Platform';
import { EmptyState, ErrorState, Lines } from '../shared/ui/States';
import { StateTag } from '../shared/ui/StateTag';
import type { Campaign } from './api';
import css from './campaigns.module.css';
import {
  type Board as BoardData,
  boardKey,
  type CollaborationSummary,
  fetchBoard,
  type Track,
} from './collaborationApi';
import { paths } from './states';
import { specOf } from './steps';

const StepDialog = lazy(() => import('./StepDialog'));

/** Cards of a column at first, and the most that the service tells. */
const FIRST = 50;
const MOST = 200;

/** Every collaboration of the campaign in the column of its state, track by track. */
export default function CampaignBoard({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation(['campaigns', 'collaboration']);
  const { one, change } = useAddress();
  const track: Track = one('track') === 'PAID' ? 'PAID' : 'GIFT';
  const [most, setMost] = useState(FIRST);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: [...boardKey(campaign.id), most],
    queryFn: () => fetchBoard(campaign.id, most),
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  });
  if (error) return <ErrorState problem={error} retry={() => void refetch()} />;
  if (isPending) return <Lines count={10} />;
  const count = (of: Track) =>
    data.columns.filter((column) => column.track === of).reduce((sum, column) => sum + column.count, 0);
  if (data.columns.length === 0) {
    return (
      <EmptyState title={t('board.empty')} action={<FindKols campaign={campaign} />}>
        {t('board.emptyText')}
      </EmptyState>
    );
  }
  return (
    <div className={css.stack}>
      <fieldset className={css.tracks}>
        <legend className="visually-hidden">{t('board.track')}</legend>
        {(['GIFT', 'PAID'] as const).map((of) => (
          <Button
            key={of}
            type={of === track ? 'primary' : 'default'}
            aria-pressed={of === track}
            onClick={() => change({ track: of === 'GIFT' ? undefined : of })}
          >
            {t(`track.${of}`)} · {count(of)}
          </Button>
        ))}
      </fieldset>
      <TrackBoard
        data={data}
        track={track}
        currency={campaign.budget.currency}
        onMore={most < MOST ? () => setMost(MOST) : undefined}
      />
    </div>
  );
}

export function FindKols({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation(['campaigns', 'collaboration']);
  return (
    <Link to="/discover" search={{ platform: campaign.platforms, campaign: campaign.id } as never}>
      <Button type="primary" tabIndex={-1}>
        {t('board.find')}
      </Button>
    </Link>
  );
}

interface TrackBoardProps {
  data: BoardData;
  track: Track;
  currency: string;
  onMore?: () => void;
}

function TrackBoard({ data, track, currency, onMore }: TrackBoardProps) {
  const { t } = useTranslation(['campaigns', 'collaboration', 'steps']);
  const takesSteps = useRole('brand-manager');
  const [step, setStep] = useState<{ card: CollaborationSummary; verb: string }>();
  const filled = data.columns.filter((column) => column.track === track);
  const path = paths[track];
  const columns: BoardColumn[] = [
    ...path.map((key) => ({
      key,
      title: t(`state.${key}`),
      total: filled.find((column) => column.state === key)?.count ?? 0,
    })),
    ...filled
      .filter((column) => !path.includes(column.state))
      .map((column) => ({
        key: column.state,
        title: t(`state.${column.state}`, { defaultValue: column.state }),
        total: column.count,
      })),
  ];
  const moves = (card: CollaborationSummary): Move[] =>
    takesSteps
      ? card.actions.map((verb) => ({
          key: verb,
          label: t(`steps:${verb}.do`, { defaultValue: verb, name: card.kolName }),
          to: specOf(verb).to?.[track],
          danger: specOf(verb).danger,
        }))
      : [];
  return (
    <>
      <Board<CollaborationSummary>
        label={t(`track.${track}`)}
        columns={columns}
        cards={filled.flatMap((column) => column.items)}
        cardKey={(card) => card.id}
        cardName={(card) => card.kolName}
        columnOf={(card) => card.state}
        render={(card) => <CardFace card={card} />}
        moves={moves}
        onMove={(card, move) => setStep({ card, verb: move.key })}
        onMore={onMore}
      />
      {step && (
        <Suspense fallback={null}>
          <StepDialog
            collaboration={step.card}
            verb={step.verb}
            currency={currency}
            onClose={() => setStep(undefined)}
          />
        </Suspense>
      )}
    </>
  );
}

function CardFace({ card }: { card: CollaborationSummary }) {
  const { t } = useTranslation(['campaigns', 'collaboration']);
  const overdue = card.dueAt && new Date(card.dueAt) < new Date();
  return (
    <div className={css.face}>
      <Link to={`/campaigns/${card.campaignId}/collaborations/${card.id}` as never}>
        <bdi>{card.kolName}</bdi>
      </Link>
      <small>
        <Platform id={card.platform} />
        {card.followers && <Count value={card.followers} compact />}
      </small>
      {card.fee && (
        <small>
          <Money value={card.fee} />
        </small>
      )}
      {card.dueAt && (
        <small className={overdue ? css.overdue : undefined}>
          {t('board.due')} <When value={card.dueAt} relative />
        </small>
      )}
      {card.deliveryAssumed && <StateTag tone="waiting">{t('board.assumed')}</StateTag>}
      {card.blocked && <StateTag tone="bad">{t('board.blocked')}</StateTag>}
    </div>
  );
}
