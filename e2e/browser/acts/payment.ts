import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { press, seesEventually } from '../pages/forms';
import { Money } from '../pages/money';
import { Portal } from '../pages/portal';
import { type BankLine, camt053, written } from '../support/files';
import type { Stage } from './stage';

const ACCOUNT = 'NL91ABNA0417164300';

/** Finance enters the payee, two people request and approve, the batch leaves, and the bank's statement settles it. */
export async function payment(stage: Stage): Promise<void> {
  const { fang, wei, xiaolin, clock, kol, run } = stage;
  const asks = new Money(fang.page);
  const approves = new Money(wei.page);

  await fang.step('finds the fee that waits for its payee', async (page) => {
    await asks.opens('Fees');
    await page.getByRole('link', { name: kol }).first().click();
    await expect(page.getByText('NO_PAYEE')).toBeVisible();
  });
  await fang.step('says who is paid, and to which account', async (page) => {
    await page.getByRole('link', { name: 'Enter a payee' }).click();
    await expect(page.getByLabel('Name of the payee')).toHaveValue(kol);
    await page.getByLabel('Account holder').fill('Xia Xiaolin');
    await page.getByLabel('Account or IBAN').fill(ACCOUNT);
    await page.getByLabel('BIC').fill('ABNANL2A');
  });
  await fang.step('keeps the payee', async (page) => {
    await press(page, 'Enter a payee');
    await expect(page.getByRole('heading', { level: 1, name: kol })).toBeVisible();
    await expect(page.getByText('Confirmed').first()).toBeVisible();
  });

  await fang.step('sees what is due', async (page) => {
    await page.getByRole('link', { name: 'Home', exact: true }).click();
    await page.getByRole('link', { name: /parts of fees are due/ }).click();
    await expect(asks.parts(kol)).toHaveCount(2);
    await asks.marks(kol);
  });
  await fang.step('is told what requesting means', async () => {
    await asks.decides(/^Request approval of 2 parts, CNY\s9,000.00/);
  });
  await fang.step('requests approval', async (page) => {
    await asks.confirms(page.getByRole('dialog'), /^Request approval/);
    await press(page, /^Waits for approval/);
    await expect(asks.parts(kol).first()).toContainText('your own request');
  });
  await fang.step('may not approve what she requested herself', async (page) => {
    await asks.marks(kol);
    const dialog = await asks.decides(/^Approve 2 parts/);
    await dialog.getByRole('button', { name: /^Approve 2 parts/ }).click();
    await expect(dialog.getByRole('alert')).toContainText(kol);
    await page.keyboard.press('Escape');
  });
  await wei.step('approves as another person', async (page) => {
    await approves.opens();
    await seesEventually(page, () => approves.parts(kol).nth(1));
    await approves.marks(kol);
    await approves.confirms(await approves.decides(/^Approve 2 parts/), /^Approve 2 parts/);
    await expect(approves.parts(kol)).toHaveCount(0);
  });

  await fang.step('enters the account the organisation pays from', async (page) => {
    await asks.opens('Payouts');
    await page.getByRole('link', { name: 'Pay what is queued' }).click();
    await page.getByLabel('Name for your team').fill('Main account');
    await page.getByLabel('Account holder').fill('Lumen Beauty');
    await page.getByLabel('Account or IBAN').fill('DE75512108001245126199');
    await page.getByLabel('BIC').fill('SOGEDEFFXXX');
    await press(page, 'Add the account');
  });
  await fang.step('sees what goes and what it costs', async (page) => {
    await expect(page.getByRole('button', { name: /^Pay 1 payee CNY\s9,000.00$/ })).toBeVisible();
  });
  await fang.step('pays', async (page) => {
    await press(page, /^Pay 1 payee/);
    await expect(page.getByRole('heading', { level: 1, name: /^Batch/ })).toBeVisible();
  });
  const download = fang.page.waitForEvent('download');
  await fang.step('takes the file for the bank', (page) =>
    page.getByRole('link', { name: 'Download pain.001' }).click(),
  );
  const order = readFileSync(await (await download).path(), 'utf8');
  expect(order).toContain('pain.001.001.09');
  const references = [...order.matchAll(/<EndToEndId>([^<]+)</g)].map(([, id]) => String(id));
  expect(references).toHaveLength(2);
  await fang.step('marks the batch as sent', async (page) => {
    await press(page, 'Mark as sent');
    await press(page.getByRole('dialog'), /^Send 2 payouts CNY\s9,000.00/);
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.getByText('Sent', { exact: true }).first()).toBeVisible();
  });

  const lines: BankLine[] = references.map((endToEndId) => ({
    amount: '4500.00',
    endToEndId,
    payee: 'Xia Xiaolin',
    account: ACCOUNT,
  }));
  const statement = written(`statement-${run}.xml`, camt053(run, await clock.day(), lines));
  await fang.step('chooses the bank’s statement', async (page) => {
    await asks.opens('Statements');
    await page.getByLabel('Drop a file here, or choose one').setInputFiles(statement);
  });
  await fang.step('imports the statement', async (page) => {
    await press(page, `Import statement-${run}.xml`);
    await expect(page.getByRole('status').getByText('Done', { exact: true })).toBeVisible({ timeout: 60_000 });
  });
  await fang.step('sees that both lines settle', async (page) => {
    await page.getByRole('link', { name: 'See the statements' }).click();
    await page.getByRole('link', { name: new RegExp(`S${run}`) }).click();
    await expect(page.getByText('Opening + movements = closing')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Settled 2' })).toBeVisible();
  });
  await xiaolin.step('sees the payment with the bank’s reference', async (page) => {
    await new Portal(xiaolin.page).goesTo('收款');
    await seesEventually(page, () => page.getByText(`SOGE${run}0`));
  });
}
