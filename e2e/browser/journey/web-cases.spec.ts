import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { press } from '../pages/forms';
import { asks, posts, uploads } from '../support/api';
import { Person } from '../support/person';

/** The cases B1 to B5 of the catalogue of bad input, in a real browser. */
const RUN = Date.now().toString(36).toUpperCase();
const LONG = `${'很长的活动名称 🎒 مرحبا بالعالم '.repeat(12).slice(0, 190)} ${RUN}`;

/** A day so many days from today. */
function day(fromNow: number): string {
  return new Date(Date.now() + fromNow * 86_400_000).toISOString().slice(0, 10);
}

interface Batches {
  items: { id: string }[];
}

/** A payout that only waits to be sent. */
async function aQueuedPayout(fang: Person, wei: Person, reference: string): Promise<void> {
  const accounts = await asks<unknown[]>(fang, '/api/v1/payouts/accounts');
  if (accounts.length === 0) {
    const account = {
      name: 'Main account',
      holder: 'Lumen Beauty',
      account: 'DE75512108001245126199',
      currency: 'CNY',
    };
    await posts(fang, '/api/v1/payouts/accounts', account);
  }
  const dueOn = day(0);
  const payee = { holder: `Payee ${reference}`, account: 'NL91ABNA0417164300' };
  const fee = await posts<{ id: string }>(fang, '/api/v1/fees', {
    payee,
    amount: { amountMinor: 12_345, currency: 'CNY' },
    dueOn,
    reference,
  });
  const parts = { parts: [{ feeId: fee.id, milestone: 'WHOLE' }] };
  await posts(fang, '/api/v1/fees/request', parts);
  await posts(wei, '/api/v1/fees/approve', parts);
}

async function aPlannedCampaign(mei: Person, name: string): Promise<string> {
  const brand = await posts<{ id: string }>(mei, '/api/v1/brands', { name: `Brand ${name.slice(-40)}` });
  const campaign = await posts<{ id: string }>(mei, '/api/v1/campaigns', {
    brandId: brand.id,
    name,
    startsOn: day(10),
    endsOn: day(100),
    platforms: ['xiaohongshu'],
    productIds: [],
    objectives: [{ kind: 'SALES', metric: 'ROAS', target: 2 }],
    runsBeside: [],
    budget: { amountMinor: 1_000_000, currency: 'CNY' },
  });
  return campaign.id;
}

async function showsWhatIsQueued(page: Page): Promise<void> {
  await page.goto('/money/payouts/send');
  await expect(page.getByRole('button', { name: /^Pay \d+ payee/ })).toBeVisible();
}

test('b1_a_double_click_on_pay_makes_one_batch', async ({ browser }) => {
  const fang = await Person.signsIn(browser, 'fang');
  const wei = await Person.signsIn(browser, 'wei');
  await aQueuedPayout(fang, wei, `B1A-${RUN}`);
  const before = await asks<Batches>(fang, '/api/v1/payouts/batches?limit=200');

  await fang.step('presses Pay twice', async (page) => {
    await showsWhatIsQueued(page);
    await page.getByRole('button', { name: /^Pay \d+ payee/ }).dblclick();
    await expect(page.getByRole('heading', { level: 1, name: /^Batch/ })).toBeVisible();
  });
  await fang.step('goes back and finds nothing more to pay', async (page) => {
    await page.goBack();
    await expect(page.getByText('Nothing can be paid now')).toBeVisible();
  });

  const after = await asks<Batches>(fang, '/api/v1/payouts/batches?limit=200');
  expect(after.items.length - before.items.length).toBe(1);
});

test('b1_pay_again_after_the_line_broke_makes_one_batch', async ({ browser }) => {
  const fang = await Person.signsIn(browser, 'fang');
  const wei = await Person.signsIn(browser, 'wei');
  await aQueuedPayout(fang, wei, `B1B-${RUN}`);
  const before = await asks<Batches>(fang, '/api/v1/payouts/batches?limit=200');

  await fang.step('pays while the line breaks', async (page) => {
    await showsWhatIsQueued(page);
    // The order arrives, its answer does not.
    await page.route(
      '**/api/v1/payouts/batches',
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    await press(page, /^Pay \d+ payee/);
    await expect(page.getByRole('alert')).toContainText('The suite can’t be reached');
    // What was sent stays what it was: another date would be another order.
    await expect(page.locator('#pay-until')).toBeDisabled();
  });
  await fang.step('pays again, or sees that nothing is left to pay', async (page) => {
    const again = page.getByRole('button', { name: /^Pay \d+ payee/ });
    await expect(again.or(page.getByText('Nothing can be paid now'))).toBeVisible();
    if (await again.isVisible()) {
      await again.click();
      await expect(page.getByRole('heading', { level: 1, name: /^Batch/ })).toBeVisible();
    }
  });

  const after = await asks<Batches>(fang, '/api/v1/payouts/batches?limit=200');
  expect(after.items.length - before.items.length).toBe(1);
});

test('b2_a_session_that_ends_in_the_middle_of_a_form_loses_nothing_typed', async ({ browser }) => {
  const mei = await Person.signsIn(browser, 'mei');
  const id = await aPlannedCampaign(mei, `Tired session ${RUN}`);
  const words = `Written before the session ended ${RUN}`;

  await mei.step('types a brief while the session ends', async (page) => {
    await page.goto(`/campaigns/${id}/briefs/new`);
    await page.getByLabel('Title').fill(words);
    await page.getByLabel('Key message').fill('Nothing of this may be lost.');
    await page.getByLabel('Format').fill('Note with images');
    await page.context().clearCookies();
    await press(page, 'Save brief');
    await expect(page.getByRole('dialog', { name: 'Your session has ended' })).toBeVisible();
  });
  await mei.step('signs in again in a second window', async (page) => {
    const opened = page.waitForEvent('popup');
    await press(page, 'Sign in again');
    const second = await opened;
    const closed = second.waitForEvent('close');
    await Person.fillsIn(second, 'mei');
    await closed;
    await expect(page.getByRole('heading', { name: words })).toBeVisible();
  });
  await mei.step('finds what was typed after a reload too', async (page) => {
    await page.goto(`/campaigns/${id}/briefs/new`);
    await page.getByLabel('Title').fill('Half a brief');
    await expect
      .poll(() => page.evaluate(() => Object.values(sessionStorage).some((kept) => kept.includes('Half a brief'))))
      .toBe(true);
    await page.reload();
    await expect(page.getByLabel('Title')).toHaveValue('Half a brief');
    await expect(page.getByText('What you had typed before was restored.')).toBeVisible();
  });
});

for (const width of [320, 1440]) {
  test(`b3_long_names_emoji_chinese_and_right_to_left_hold_the_layout_at_${width}`, async ({ browser }) => {
    const mei = await Person.signsIn(browser, 'mei');
    const id = await aPlannedCampaign(mei, `${width} ${LONG}`.slice(0, 200));
    await mei.page.setViewportSize({ width, height: 900 });

    for (const address of ['/campaigns', `/campaigns/${id}`, `/campaigns/${id}/edit`, '/']) {
      await mei.step(`${width} px ${address.replace(id, 'long')}`, async (page) => {
        await page.goto(address);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(tooWide, 'pixels that the page is too wide').toBeLessThanOrEqual(0);
      });
    }
  });
}

test('b4_ten_thousand_kols_stay_usable', async ({ browser }) => {
  const bruno = await Person.signsIn(browser, 'bruno');
  const lines = Array.from({ length: 10_000 }, (_, index) => `many_${RUN}_${index},Many ${index},${1000 + index}`);
  const job = await uploads(
    bruno,
    '/api/v1/imports',
    { name: 'many.csv', text: ['handle,name,followers', ...lines].join('\n') },
    {
      platform: 'weibo',
      snapshotDate: day(-2),
      mapping: JSON.stringify({
        columns: ['handle', 'displayName', 'followers'].map((field, index) => ({ index, field })),
      }),
    },
  );
  await expect
    .poll(async () => (await asks<{ status: string }>(bruno, job)).status, { timeout: 120_000 })
    .toBe('COMPLETED');

  await bruno.step('sees ten thousand KOLs', async (page) => {
    await expect(async () => {
      await page.goto('/discover');
      await expect(page.getByRole('navigation', { name: 'Pages' })).toContainText(/1\d,\d{3} rows/, { timeout: 5_000 });
    }).toPass({ timeout: 90_000 });
    expect(await page.getByRole('row').count()).toBeLessThan(300);
  });
  await bruno.step('turns the page', async (page) => {
    await press(page, 'Next page');
    await expect(page.getByRole('button', { name: 'Previous page' })).toBeEnabled();
  });
  await bruno.step('finds one of them', async (page) => {
    const begin = Date.now();
    await page.getByRole('searchbox', { name: 'Name, handle, topic' }).fill(`many_${RUN}_9876`);
    await expect(page.getByRole('row', { name: 'Many 9876' })).toBeVisible({ timeout: 5_000 });
    expect(Date.now() - begin, 'milliseconds until it stands there').toBeLessThan(5_000);
  });
});

test('b5_of_two_tabs_the_second_is_told_and_sees_both_versions', async ({ browser }) => {
  const mei = await Person.signsIn(browser, 'mei');
  const id = await aPlannedCampaign(mei, `Two tabs ${RUN}`);
  const second = await anotherTab(mei.page.context(), `/campaigns/${id}/edit`);
  await mei.page.goto(`/campaigns/${id}/edit`);
  await expect(mei.page.getByLabel('Name', { exact: true }).first()).toHaveValue(`Two tabs ${RUN}`);

  await second.getByLabel('Name', { exact: true }).first().fill(`Second tab ${RUN}`);
  await press(second, 'Save changes');
  await expect(second.getByRole('heading', { level: 1, name: `Second tab ${RUN}` })).toBeVisible();

  await mei.step('is told that somebody saved first', async (page) => {
    await page.getByLabel('Name', { exact: true }).first().fill(`First tab ${RUN}`);
    await press(page, 'Save changes');
    const dialog = page.getByRole('dialog', { name: 'Somebody else saved first' });
    await expect(dialog).toContainText(`First tab ${RUN}`);
    await expect(dialog).toContainText(`Second tab ${RUN}`);
  });
  await mei.step('keeps the own version', async (page) => {
    await page
      .getByRole('dialog')
      .getByRole('radio', { name: /^Yours/ })
      .check();
    await press(page, 'Save this version');
    await expect(page.getByRole('heading', { level: 1, name: `First tab ${RUN}` })).toBeVisible();
  });
});

async function anotherTab(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  return page;
}
