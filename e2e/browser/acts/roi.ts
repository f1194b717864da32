import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { press, seesEventually } from '../pages/forms';
import { Results } from '../pages/results';
import type { Stage } from './stage';

/** The executive reads what came back, asks a figure why, and takes the report along. */
export async function roi({ elena, campaign, kol }: Stage): Promise<void> {
  const results = new Results(elena.page);

  await elena.step('reads the return of the campaign', async (page) => {
    await results.opens();
    await seesEventually(page, () => page.getByRole('row', { name: campaign }).getByText('9,050'));
  });
  await elena.step('asks a figure why', async (page) => {
    await page.getByRole('row', { name: campaign }).getByRole('button', { name: /why/ }).nth(2).click();
    const why = page.getByRole('group', { name: 'Where this figure comes from' }).filter({ visible: true });
    await expect(why).toContainText('ROAS');
    await expect(why).toContainText('version');
    await expect(why).toContainText('1,596.00');
  });
  await elena.step('opens the campaign’s report', async (page) => {
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: campaign }).first().click();
    await expect(page.getByRole('heading', { name: 'Objectives against targets' })).toBeVisible();
  });
  await elena.step('reads it by track', async (page) => {
    await results.opens();
    await press(page, 'Track');
    await expect(page.getByRole('row', { name: /^Paid/ })).toBeVisible();
  });
  await elena.step('reads gift and paid work as one chain', async (page) => {
    await press(page, 'Gift-to-paid chain');
    await expect(page.getByRole('row', { name: kol })).toBeVisible();
  });
  for (const format of ['CSV', 'XLSX']) {
    const download = elena.page.waitForEvent('download');
    await elena.step(`takes the report along as ${format}`, (page) =>
      page.getByRole('link', { name: `Export ${format}` }).click(),
    );
    const file = readFileSync(await (await download).path());
    expect(file.length, `bytes of the ${format}`).toBeGreaterThan(200);
  }
}
