import { expect, test } from '@playwright/test';
import { dialogOf, factOf, press } from '../pages/forms';
import { posts } from '../support/api';
import { Person } from '../support/person';

test('a brand manager keeps an agency and its roster', async ({ browser }) => {
  const mei = await Person.signsIn(browser, 'mei');
  const run = Date.now().toString(36).toUpperCase();
  const kol = `Roster ${run}`;
  await posts(mei, '/api/v1/kols', {
    displayName: kol,
    accounts: [{ platform: 'weibo', handle: `roster_${run}`, followers: 12_000 }],
  });

  await mei.step('enters an agency', async (page) => {
    await page.goto('/discover/agencies');
    await press(page.locator('main header'), 'New agency');
    const dialog = dialogOf(page, 'New agency');
    await dialog.getByLabel('Name').fill(`Star ${run}`);
    await dialog.getByLabel('Country').fill('Atlantis');
    await press(dialog, 'Enter agency');
    await expect(dialog).toContainText('Atlantis');
    await dialog.getByLabel('Country').fill('China');
    await press(dialog, 'Enter agency');
    await expect(page.getByRole('heading', { level: 1, name: `Star ${run}` })).toBeVisible();
  });
  await mei.step('puts a KOL on its roster', async (page) => {
    await press(page.locator('main header'), 'Put a KOL on the roster');
    const dialog = dialogOf(page, 'Put a KOL on the roster');
    // The index hears of a new KOL a moment later.
    await expect(async () => {
      await dialog.getByRole('combobox').fill('');
      await dialog.getByRole('combobox').fill(run);
      await page.locator('.ant-select-dropdown:visible').getByText(kol).click({ timeout: 2_000 });
    }).toPass();
    await press(dialog, 'Put a KOL on the roster');
    await expect(page.getByRole('row', { name: kol })).toContainText('On the roster');
  });
  await mei.step('corrects what is said of it', async (page) => {
    await press(page, 'Edit agency');
    const dialog = dialogOf(page, 'Edit agency');
    await dialog.getByLabel('Name').fill(`Starlight ${run}`);
    await dialog.getByLabel('Notes').fill('15 % back, each quarter');
    await press(dialog, 'Save changes');
    await expect(page.getByRole('heading', { level: 1, name: `Starlight ${run}` })).toBeVisible();
    await expect(factOf(page, 'Notes')).toHaveText('15 % back, each quarter');
  });
  await mei.step('takes the KOL off the roster', async (page) => {
    await press(page, `Take off ${kol}`);
    const dialog = dialogOf(page, `Take ${kol} off the roster`);
    await press(dialog, `Take ${kol} off the roster`);
    await expect(page.getByRole('row', { name: kol })).toContainText('Left');
  });
});
