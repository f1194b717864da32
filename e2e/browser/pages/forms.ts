import { expect, type Locator, type Page } from '@playwright/test';

/** Chooses from a drop-down list, as people do: opens it, types where it takes typing, presses the entry. */
export async function choose(within: Page | Locator, label: string | RegExp, entry: string | RegExp): Promise<void> {
  const box = within.getByRole('combobox', { name: label, exact: typeof label === 'string' });
  await box.click();
  const page = 'keyboard' in within ? within : within.page();
  if (typeof entry === 'string' && (await box.isEditable())) await box.fill(entry);
  await page.locator('.ant-select-dropdown:visible').getByTitle(entry, { exact: true }).first().click();
}

/** The dialog that is open, by its title. */
export function dialogOf(page: Page, title: string | RegExp): Locator {
  return page.getByRole('dialog', { name: title });
}

/** Presses a button that stands once within, when the dialog around it has grown: what grows moves away under the mouse, and is not pressed. */
export async function press(within: Page | Locator, name: string | RegExp): Promise<void> {
  const button = within.getByRole('button', { name, exact: typeof name === 'string' });
  await button.waitFor();
  await expect(button.page().locator('.ant-zoom-appear, .ant-zoom-enter'))
    .toHaveCount(0, { timeout: 2_000 })
    .catch(() => undefined);
  await button.click();
}

/** Looks again, with a reload, until what another service or person did has arrived. */
export async function seesEventually(page: Page, what: (page: Page) => Locator): Promise<void> {
  await expect(async () => {
    if (!(await what(page).isVisible())) await page.reload();
    await expect(what(page)).toBeVisible({ timeout: 2_500 });
  }).toPass({ timeout: 45_000 });
}

/** The value that stands beside a term in a list of facts. */
export function factOf(within: Page | Locator, term: string): Locator {
  return within
    .locator('dl > div', { has: within.getByRole('term').getByText(term, { exact: true }) })
    .getByRole('definition');
}

/** The part of a page under a heading. */
export function sectionOf(page: Page, heading: string | RegExp): Locator {
  return page.locator('section', { has: page.getByRole('heading', { name: heading, level: 2 }) });
}
