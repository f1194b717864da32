import { expect, it } from 'vitest';
import { csvCell } from './JobProgress';

it.each(['=HYPERLINK("x")', '+1', '-1', '@cmd', '\t=1'])('f1_neutralises %s in a downloaded file', (value) => {
  expect(csvCell(value).startsWith(`"'`)).toBe(true);
});

it('f5_doubles_quotes', () => {
  expect(csvCell('a "b" c')).toBe('"a ""b"" c"');
});
