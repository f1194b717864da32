import type { ReactNode } from 'react';
import { ScrollRegion } from './ScrollRegion';
import css from './SimpleTable.module.css';

export interface SimpleColumn<T> {
  key: string;
  title: ReactNode;
  render: (row: T) => ReactNode;
  numeric?: boolean;
}

interface SimpleTableProps<T> {
  label: string;
  columns: SimpleColumn<T>[];
  rows: T[];
  rowKey: (row: T, index: number) => string;
}

/** A table of what is already here: no paging, no filters. */
export function SimpleTable<T>({ label, columns, rows, rowKey }: SimpleTableProps<T>) {
  return (
    <ScrollRegion label={label} className={css.scroll}>
      <table className={css.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={column.numeric ? css.numeric : undefined}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={rowKey(row, index)}>
              {columns.map((column) => (
                <td key={column.key} className={column.numeric ? css.numeric : undefined}>
                  {column.render(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
