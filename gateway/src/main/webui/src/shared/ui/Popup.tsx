import { type CSSProperties, type ReactNode, useCallback, useEffect, useId, useRef, useState } from 'react';
import css from './Popup.module.css';

interface PopupProps {
  /** Draws what opens it; the given attributes go onto its button. */
  trigger: (attributes: TriggerAttributes) => ReactNode;
  /** What opens; told how to close itself. Made only while it is open. */
  children: (close: () => void) => ReactNode;
  /** Which edge of the trigger it keeps to. */
  align?: 'start' | 'end';
  label?: string;
}

export interface TriggerAttributes {
  ref: (element: HTMLElement | null) => void;
  onClick: () => void;
  'aria-expanded': boolean;
  'aria-controls': string;
}

/**
 * A small surface over the page, on the browser's own popover: it lies above everything, Escape or a press elsewhere closes it, and the
 * focus goes back to what opened it.
 */
export function Popup({ trigger, children, align = 'start', label }: PopupProps) {
  const id = useId();
  const opener = useRef<HTMLElement>(null);
  const surface = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const [place, setPlace] = useState<CSSProperties>({});

  const close = useCallback(() => {
    setOpen(false);
    opener.current?.focus();
  }, []);

  useEffect(() => {
    const element = surface.current;
    if (!open || !element) return;
    if (!element.matches(':popover-open')) element.showPopover();
    setPlace(placeBeside(opener.current, element, align));
    const follow = () => setPlace(placeBeside(opener.current, element, align));
    window.addEventListener('resize', follow);
    window.addEventListener('scroll', follow, true);
    return () => {
      window.removeEventListener('resize', follow);
      window.removeEventListener('scroll', follow, true);
    };
  }, [open, align]);

  // The browser closes it by itself on Escape and on a press elsewhere.
  useEffect(() => {
    const element = surface.current;
    const onToggle = (event: Event) => {
      if ((event as ToggleEvent).newState === 'closed') setOpen(false);
    };
    element?.addEventListener('toggle', onToggle);
    return () => element?.removeEventListener('toggle', onToggle);
  }, []);

  useEffect(() => {
    const element = surface.current;
    if (!open && element?.matches(':popover-open')) element.hidePopover();
  }, [open]);

  return (
    <>
      {trigger({
        ref: (element) => {
          opener.current = element;
        },
        onClick: () => setOpen((before) => !before),
        'aria-expanded': open,
        'aria-controls': id,
      })}
      {/* biome-ignore lint/a11y/useSemanticElements: a popover, not a dialog, holds no page back */}
      <div ref={surface} id={id} popover="auto" role="group" aria-label={label} className={css.surface} style={place}>
        {open && children(close)}
      </div>
    </>
  );
}

/** Below the opener, or above it when there is no room; never past the window's edge. */
function placeBeside(opener: HTMLElement | null, element: HTMLElement, align: 'start' | 'end'): CSSProperties {
  if (!opener) return {};
  const gap = 6;
  const edge = 8;
  const from = opener.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = element;
  const wanted = align === 'end' ? from.right - width : from.left;
  const left = Math.max(edge, Math.min(wanted, window.innerWidth - width - edge));
  const below = from.bottom + gap;
  const fitsBelow = below + height <= window.innerHeight - edge;
  const top = fitsBelow || from.top < height + gap ? below : from.top - height - gap;
  return { left, top: Math.max(edge, top), maxHeight: fitsBelow ? window.innerHeight - below - edge : undefined };
}
