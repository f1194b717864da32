import { Button } from 'antd';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/Icon';
import { ScrollRegion } from '../ui/ScrollRegion';
import { Lines } from '../ui/States';
import css from './Chart.module.css';
import type { ChartSpec } from './spec';

export type { ChartSpec, Series } from './spec';

const Canvas = lazy(() => import('./Canvas'));

interface ChartProps {
  title: ReactNode;
  spec: ChartSpec;
  /** How a value reads in the table and on the axis. */
  format: (value: number) => string;
  height?: number;
}

/** A chart with the table behind it: one press shows the numbers. Zero-based bars, labelled axes, intervals as bands. */
export function Chart({ title, spec, format, height = 240 }: ChartProps) {
  const { t } = useTranslation();
  const [asTable, setAsTable] = useState(false);
  return (
    <figure className={css.chart}>
      <figcaption>
        <span className={css.title}>{title}</span>
        <Button
          size="small"
          type="text"
          aria-pressed={asTable}
          icon={<Icon name={asTable ? 'chart' : 'table'} size={16} />}
          onClick={() => setAsTable(!asTable)}
        >
          {t(asTable ? 'chart.asChart' : 'chart.asTable')}
        </Button>
      </figcaption>
      {asTable ? (
        <ChartTable spec={spec} format={format} />
      ) : (
        <Suspense fallback={<Lines count={5} />}>
          <Canvas spec={spec} format={format} height={height} label={t('chart.label', { unit: spec.unit })} />
        </Suspense>
      )}
    </figure>
  );
}

function ChartTable({ spec, format }: { spec: ChartSpec; format: (value: number) => string }) {
  const { t } = useTranslation();
  return (
    <ScrollRegion className={css.scroll} label={t('chart.asTable')}>
      <table className={css.table}>
        <thead>
          <tr>
            <th>{spec.along}</th>
            {spec.series.map((series) => (
              <th key={series.name}>{series.name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {spec.categories.map((category, index) => (
            <tr key={category}>
              <th scope="row">{spec.categoryLabel?.(category) ?? category}</th>
              {spec.series.map((series) => {
                const value = series.values[index];
                return <td key={series.name}>{value === null || value === undefined ? '–' : format(value)}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
