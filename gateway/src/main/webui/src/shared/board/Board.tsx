import { Button } from 'antd';
import { type DragEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/Icon';
import { Menu } from '../ui/Menu';
import { ScrollRegion } from '../ui/ScrollRegion';
import css from './Board.module.css';

export interface BoardColumn {
  key: string;
  title: string;
  /** How many there are in all, when the board shows only the first. */
  total?: number;
}

/** A move that is legal now: where it leads, and what it is called when chosen from the menu. */
export interface Move {
  key: string;
  label: string;
  /** The column it leads to; a move without one (a side exit) stands only in the menu. */
  to?: string;
  /** Ends something, or says that it went wrong. */
  danger?: boolean;
}

interface BoardProps<T> {
  label: string;
  columns: BoardColumn[];
  cards: T[];
  cardKey: (card: T) => string;
  cardName: (card: T) => string;
  columnOf: (card: T) => string;
  render: (card: T) => ReactNode;
  /** The legal moves of a card; a drag drops only where one leads, and the menu offers the same. */
  moves: (card: T) => Move[];
  onMove: (card: T, move: Move) => void;
  /** Shows more cards of the columns that have more than are here; without it there is no way to. */
  onMore?: () => void;
}

/** Cards in columns by state. A card can be dragged only where a legal move leads; its menu does the same by keyboard. */
export function Board<T>(props: BoardProps<T>) {
  const { t } = useTranslation();
  const { columns, cards, cardKey, columnOf, moves, onMove } = props;
  const [dragged, setDragged] = useState<T>();
  const landing = new Map(dragged ? moves(dragged).map((move) => [move.to, move]) : []);
  return (
    <ScrollRegion className={css.board} label={props.label}>
      {columns.map((column) => {
        const here = cards.filter((card) => columnOf(card) === column.key);
        const move = landing.get(column.key);
        return (
          <section
            key={column.key}
            className={css.column}
            aria-label={`${column.title}, ${t('board.count', { count: column.total ?? here.length })}`}
            data-empty={here.length === 0}
            data-lands={dragged ? Boolean(move) : undefined}
            onDragOver={(event) => move && event.preventDefault()}
            onDrop={() => {
              if (dragged && move) onMove(dragged, move);
              setDragged(undefined);
            }}
          >
            <header>
              <h3>{column.title}</h3>
              <span className={css.count}>{column.total ?? here.length}</span>
            </header>
            <ul>
              {here.map((card) => (
                <Card
                  key={cardKey(card)}
                  name={props.cardName(card)}
                  moves={moves(card)}
                  onMove={(chosen) => onMove(card, chosen)}
                  onDragStart={() => setDragged(card)}
                  onDragEnd={() => setDragged(undefined)}
                >
                  {props.render(card)}
                </Card>
              ))}
            </ul>
            {column.total !== undefined && column.total > here.length && (
              <footer>
                {t('board.shown', { shown: here.length, total: column.total })}
                {props.onMore && (
                  <Button type="link" size="small" onClick={props.onMore}>
                    {t('board.more')}
                  </Button>
                )}
              </footer>
            )}
          </section>
        );
      })}
    </ScrollRegion>
  );
}

interface CardProps {
  name: string;
  moves: Move[];
  onMove: (move: Move) => void;
  onDragStart: () => void;
  onDragEnd: () => void;
  children: ReactNode;
}

function Card({ name, moves, onMove, onDragStart, onDragEnd, children }: CardProps) {
  const { t } = useTranslation();
  const start = (event: DragEvent) => {
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', name);
    onDragStart();
  };
  return (
    <li className={css.card} draggable={moves.some((move) => move.to)} onDragStart={start} onDragEnd={onDragEnd}>
      <div className={css.face}>{children}</div>
      {moves.length > 0 && (
        <Menu
          label={t('board.actions', { name })}
          align="end"
          groups={[
            {
              entries: moves.map((move) => ({
                key: move.key,
                label: move.label,
                danger: move.danger,
                onChoose: () => onMove(move),
              })),
            },
          ]}
          trigger={(attributes) => (
            <button type="button" className={css.more} aria-label={t('board.actions', { name })} {...attributes}>
              <Icon name="more" size={18} />
            </button>
          )}
        />
      )}
    </li>
  );
}
