import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { type ECharts, init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useAppearance } from '../theme/appearance';
import { chartOption } from './option';
import type { ChartSpec } from './spec';

use([
  LineChart,
  BarChart,
  GridComponent,
  TooltipComponent,
  LegendComponent,
  AriaComponent,
  MarkLineComponent,
  CanvasRenderer,
]);

interface CanvasProps {
  spec: ChartSpec;
  format: (value: number) => string;
  height: number;
  label: string;
}

/** Draws a chart; loaded only where there is one. */
export default function Canvas({ spec, format, height, label }: CanvasProps) {
  const ground = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>(undefined);
  const { dark } = useAppearance();

  useEffect(() => {
    if (!ground.current) return;
    const drawn = init(ground.current);
    chart.current = drawn;
    const watch = new ResizeObserver(() => drawn.resize());
    watch.observe(ground.current);
    return () => {
      watch.disconnect();
      drawn.dispose();
    };
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme changes the colours that the option reads
  useEffect(() => {
    if (ground.current) chart.current?.setOption(chartOption(spec, format, ground.current), { notMerge: true });
  }, [spec, format, dark]);

  return <div ref={ground} role="img" aria-label={label} style={{ height, width: '100%' }} />;
}
