/** Dates in the reader's zone and words; "in 3 days" only ever stands beside the date itself. */
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A calendar date (2026-05-31) has no zone: it is the same day everywhere. */
function isCalendarDate(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(value);
}

export function formatDate(value: string, language: string): string {
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'short', day: 'numeric' };
  if (isCalendarDate(value)) options.timeZone = 'UTC';
  return new Intl.DateTimeFormat(language, options).format(new Date(value));
}

export function formatDateTime(value: string, language: string): string {
  if (isCalendarDate(value)) return formatDate(value, language);
  return new Intl.DateTimeFormat(language, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }).format(new Date(value));
}

export function formatRelative(value: string, language: string, now: number = Date.now()): string {
  const distance = new Date(value).getTime() - now;
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const size = Math.abs(distance);
  if (size < hour) return words.format(Math.round(distance / minute), 'minute');
  if (size < day) return words.format(Math.round(distance / hour), 'hour');
  if (size < 60 * day) return words.format(Math.round(distance / day), 'day');
  return words.format(Math.round(distance / (30 * day)), 'month');
}
