/** What a chart shows, without a word about how it is drawn. */
export interface ChartSpec {
  kind: 'line' | 'bar' | 'hbar';
  /** What the values are counted in; stands at the axis. */
  unit: string;
  /** What the categories are: "Date", "Campaign". */
  along: string;
  /** ISO dates when `time` is set, else names. */
  categories: string[];
  categoryLabel?: (category: string) => string;
  time?: boolean;
  series: Series[];
  stacked?: boolean;
  /** A level to compare with: a target, a threshold. */
  mark?: { value: number; label: string };
}

export interface Series {
  name: string;
  values: (number | null)[];
  /** The interval around the values, shown as a band. */
  low?: (number | null)[];
  high?: (number | null)[];
  /** Not a fact: drawn dashed. */
  estimate?: boolean;
}
