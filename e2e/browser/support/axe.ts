import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds on the page at level A or AA, one line each; evaluated by the debugger, so the content security policy stays strict. */
export async function violationsOn(page: Page): Promise<string[]> {
  await page.evaluate(source);
  return page.evaluate(async (levels) => {
    // @ts-expect-error axe is in the page, not here
    const { violations } = await window.axe.run(document, { runOnly: levels });
    return violations.map(
      (violation: { id: string; help: string; nodes: { target: string[]; failureSummary?: string }[] }) =>
        `${violation.id}: ${violation.help} (${violation.nodes
          .slice(0, 3)
          .map((node) => `${node.target.join(' ')} ${node.failureSummary ?? ''}`)
          .join('; ')})`,
    );
  }, LEVELS);
}
