import { Fragment, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { Icon } from './Icon';
import css from './Menu.module.css';
import { Popup, type TriggerAttributes } from './Popup';

export interface MenuEntry {
  key: string;
  label: ReactNode;
  onChoose: () => void;
  /** A choice that is in force; shown with a check. */
  chosen?: boolean;
  /** Pays, ends or removes something. */
  danger?: boolean;
  lang?: string;
}

export interface MenuGroup {
  title?: string;
  entries: MenuEntry[];
}

interface MenuProps {
  label: string;
  trigger: (attributes: TriggerAttributes) => ReactNode;
  groups: MenuGroup[];
  align?: 'start' | 'end';
}

/** A menu as keyboards know it: arrows move, Enter chooses, Escape closes. */
export function Menu({ label, trigger, groups, align }: MenuProps) {
  return (
    <Popup trigger={trigger} align={align} label={label}>
      {(close) => <MenuList label={label} groups={groups} close={close} />}
    </Popup>
  );
}

function MenuList({ label, groups, close }: { label: string; groups: MenuGroup[]; close: () => void }) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector<HTMLElement>('[role^="menuitem"]')?.focus();
  }, []);
  const onKey = (event: KeyboardEvent) => {
    const entries = [...(list.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];
    const at = entries.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    entries.at(to % entries.length)?.focus();
  };
  return (
    <div ref={list} role="menu" tabIndex={-1} aria-label={label} className={css.menu} onKeyDown={onKey}>
      {groups
        .filter((group) => group.entries.length > 0)
        .map((group, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a menu's groups never move
          <Fragment key={index}>
            {index > 0 && <hr />}
            {group.title && (
              <div className={css.title} role="presentation">
                {group.title}
              </div>
            )}
            {group.entries.map((entry) => (
              // biome-ignore lint/a11y/useAriaPropsSupportedByRole: menuitemradio, which a choice is, has aria-checked
              <button
                type="button"
                key={entry.key}
                role={entry.chosen === undefined ? 'menuitem' : 'menuitemradio'}
                aria-checked={entry.chosen}
                tabIndex={-1}
                lang={entry.lang}
                className={`${css.entry} ${entry.danger ? css.danger : ''}`}
                onClick={() => {
                  close();
                  entry.onChoose();
                }}
              >
                <span>{entry.label}</span>
                {entry.chosen && <Icon name="check" size={16} />}
              </button>
            ))}
          </Fragment>
        ))}
    </div>
  );
}
