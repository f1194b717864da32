/** The suite's own line icons, one stroke width, drawn on 24. Always beside a word or with a label on their button. */
const drawings = {
  home: 'M4 11.5 12 4l8 7.5M6.5 9.5V20h11V9.5M10 20v-5.5h4V20',
  discover: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.3 15.3 20 20M8 10.5h5M10.5 8v5',
  campaigns: 'M4 10v4l3 .6V9.4L4 10ZM7 9.4 17 5v14l-10-4.4M9 15.4 10.2 20h2.3l-1-3.4M20 10v4',
  content: 'M4.5 5h15v14h-15zM4.5 15l4-4 4 4 2.5-2.5 4.5 4.5M15.5 9.5h.01',
  money: 'M3.5 7h17v11h-17zM3.5 10.5h17M7 14.5h3.5',
  results: 'M4 20h16M6.5 16.5v-4M11 16.5V8M15.5 16.5v-6M20 16.5V5',
  settings:
    'M4 7h9M17 7h3M15 9.3a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6ZM4 17h3M11 17h9M9 19.3a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6Z',
  brief: 'M6 3.5h8l4 4V20.5H6zM13.5 3.5V8H18M9 12h6M9 15.5h6',
  profile: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20.5c.8-4 3.7-6 7.5-6s6.7 2 7.5 6',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.3 15.3 20 20',
  bell: 'M6 16.500V11a6 6 0 1 1 12 0v5.500l1.5 1.500h-15zM10 20.500h4',
  menu: 'M4 7h16M4 12h16M4 17h16',
  close: 'M6 6l12 12M18 6 6 18',
  check: 'M5 12.5 10 17.5 19.5 7',
  chevron: 'm9 6 6 6-6 6',
  down: 'm6 9 6 6 6-6',
  plus: 'M12 5v14M5 12h14',
  filter: 'M4 6h16M7 12h10M10 18h4',
  columns: 'M4 5h16v14H4zM9.3 5v14M14.7 5v14',
  download: 'M12 4v11M7 10.500l5 5 5-5M5 20h14',
  upload: 'M12 16V5M7 9.500l5-5 5 5M5 20h14',
  more: 'M6 12h.01M12 12h.01M18 12h.01',
  language:
    'M12 20.500a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM3.5 12h17M12 3.500c5 5.5 5 11.5 0 17M12 3.500c-5 5.5-5 11.5 0 17',
  theme: 'M12 20.500a8.5 8.5 0 1 0 0-17ZM12 3.500a8.5 8.5 0 0 0 0 17',
  external: 'M14 4.500h5.500V10M19 5l-8.5 8.500M17.5 14v5.500h-13v-13H10',
  warning: 'M12 4 2.8 19.500h18.400zM12 10v4.500M12 17h.01',
  info: 'M12 20.500a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 11v5.500M12 7.500h.01',
  clock: 'M12 20.500a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 7v5l3.5 2',
  star: 'm12 4 2.4 5.3 5.6.6-4.2 3.8 1.2 5.7-5-3-5 3 1.2-5.700L4 9.900l5.6-.600z',
  up: 'm6 15 6-6 6 6',
  sort: 'm8 9 4-4 4 4M8 15l4 4 4-4',
  chart: 'M4 4v16h16M7.5 15l4-4.5 3 2.5 5-6.5',
  table: 'M4 5h16v14H4zM4 10h16M4 14.500h16M10 10v9',
  gift: 'M4 9h16v4H4zM5.5 13v7.500h13V13M12 9v11.500M12 9C8 9 7 4.5 9.5 4.500S12 9 12 9s0-4.5 2.5-4.500S16 9 12 9Z',
} as const;

export type IconName = keyof typeof drawings;

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 2.6 : 1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={drawings[name]} />
    </svg>
  );
}
