import type { EChartsCoreOption } from 'echarts/core';
import type { ChartSpec, Series } from './spec';

/** Told apart by people with any kind of colour vision (after Okabe and Ito), on paper and on ink. */
const inks = {
  light: ['#0b5f73', '#c2570c', '#7a5195', '#8a7400', '#2f6bb3'],
  dark: ['#5cc4d6', '#f0a050', '#c39bd6', '#d8c55a', '#8fb6ee'],
};

/** A spec in ECharts' words. Bars start at zero, there is one value axis, and what carries meaning is also dashed or labelled. */
export function chartOption(
  spec: ChartSpec,
  format: (value: number) => string,
  ground: HTMLElement,
): EChartsCoreOption {
  const style = getComputedStyle(ground);
  const ink = (name: string) => style.getPropertyValue(name).trim();
  const palette = document.documentElement.dataset.theme === 'dark' ? inks.dark : inks.light;
  const text = { color: ink('--text-2'), fontFamily: style.fontFamily, fontSize: 12 };
  const sideways = spec.kind === 'hbar';

  const categoryAxis = {
    type: 'category' as const,
    data: spec.categories,
    inverse: sideways,
    boundaryGap: spec.kind !== 'line',
    axisLine: { lineStyle: { color: ink('--line') } },
    axisTick: { show: false },
    axisLabel: {
      ...text,
      hideOverlap: true,
      width: sideways ? 120 : undefined,
      overflow: 'truncate' as const,
      formatter: (value: string) => spec.categoryLabel?.(value) ?? value,
    },
  };
  const valueAxis = {
    type: 'value' as const,
    name: spec.unit,
    nameTextStyle: { ...text, align: sideways ? ('center' as const) : ('left' as const) },
    nameLocation: sideways ? ('middle' as const) : ('end' as const),
    nameGap: sideways ? 24 : 15,
    // A line may leave zero out when the change is what it shows; a bar's length is its meaning.
    scale: spec.kind === 'line' && changes(spec),
    splitNumber: 4,
    splitLine: { lineStyle: { color: ink('--line') } },
    axisLabel: { ...text, hideOverlap: true, formatter: format },
  };
  return {
    color: palette,
    animationDuration: 200,
    aria: { enabled: true },
    textStyle: text,
    grid: {
      left: 4,
      right: sideways ? 48 : 12,
      top: 32,
      bottom: (spec.series.length > 1 ? 32 : 4) + (sideways ? 24 : 0),
      containLabel: true,
    },
    legend:
      spec.series.length > 1
        ? {
            bottom: 0,
            left: 0,
            icon: 'roundRect',
            itemWidth: 12,
            itemHeight: 4,
            textStyle: text,
            data: spec.series.map((one) => one.name),
          }
        : undefined,
    // Drawn on the canvas: a tooltip of HTML would need inline styles, which the content security policy forbids.
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      backgroundColor: ink('--surface'),
      borderColor: ink('--line'),
      textStyle: { ...text, color: ink('--text') },
      valueFormatter: (value: unknown) => (typeof value === 'number' ? format(value) : '–'),
    },
    xAxis: sideways ? valueAxis : categoryAxis,
    yAxis: sideways ? categoryAxis : valueAxis,
    series: spec.series.flatMap((series, index) =>
      drawn(series, spec, palette[index % palette.length] ?? '#0b5f73', text),
    ),
  };
}

/** Whether the values differ by more than noise; zoomed in, a change of a thousandth would look like a fall. */
export function changes({ series }: Pick<ChartSpec, 'series'>): boolean {
  const values = series.flatMap((one) => one.values).filter((value) => value !== null);
  const top = Math.max(...values);
  return (top - Math.min(...values)) / Math.abs(top) > 0.02;
}

function drawn(series: Series, spec: ChartSpec, color: string, text: object): object[] {
  const mark = spec.mark && {
    markLine: {
      silent: true,
      symbol: 'none',
      lineStyle: { type: 'dashed', color },
      label: { ...text, formatter: spec.mark.label, position: 'insideEndTop' },
      data: [spec.kind === 'hbar' ? { xAxis: spec.mark.value } : { yAxis: spec.mark.value }],
    },
  };
  if (spec.kind !== 'line') {
    return [
      {
        name: series.name,
        type: 'bar',
        data: series.values,
        barMaxWidth: 28,
        stack: spec.stacked ? 'all' : undefined,
        itemStyle: {
          borderRadius: 2,
          decal: series.estimate
            ? { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 3], rotation: 0.7 }
            : undefined,
        },
        ...mark,
      },
    ];
  }
  const line = {
    name: series.name,
    type: 'line',
    data: series.values,
    symbol: 'circle',
    symbolSize: 5,
    showSymbol: series.values.length < 30,
    connectNulls: false,
    lineStyle: { width: 2, type: series.estimate ? 'dashed' : 'solid' },
    ...mark,
  };
  if (!series.low || !series.high) return [line];
  const { low, high } = series;
  const band = (data: (number | null)[], fill: boolean) => ({
    name: series.name,
    type: 'line',
    data,
    stack: `band ${series.name}`,
    symbol: 'none',
    silent: true,
    tooltip: { show: false },
    lineStyle: { opacity: 0 },
    areaStyle: fill ? { color, opacity: 0.16 } : undefined,
  });
  const height = high.map((top, index) => {
    const bottom = low[index];
    return top === null || bottom === null || bottom === undefined ? null : top - bottom;
  });
  return [band(low, false), band(height, true), line];
}
