import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { asks, posts, uploads } from '../support/api';
import { Person } from '../support/person';

/** The cases S22 and S23 of the catalogue of bad input, in a real browser: what scripts could reach, and what could become one. */
const RUN = Date.now().toString(36).toUpperCase();
const IMAGE = '<img src=x onerror=window.ran=1>';
const SCRIPT = '<script>window.ran=2</script>';
const TOKEN = /eyJ[\w-]{10,}/;

/** Nothing that was typed has become a part of the page, let alone run. */
async function nothingRan(page: Page): Promise<void> {
  expect(await page.evaluate(() => 'ran' in window), 'a script of somebody else ran').toBe(false);
  await expect(page.locator('[onerror], img[src="x"], body script:not([src])')).toHaveCount(0);
}

async function refuses(person: Person, path: string, data: object, field: string): Promise<void> {
  const answer = await person.page.request.post(path, {
    data,
    headers: {
      Origin: new URL(person.page.url()).origin,
      'Sec-Fetch-Site': 'same-origin',
      'Idempotency-Key': randomUUID(),
      'If-Match': '"0"',
    },
  });
  expect(answer.status(), await answer.text()).toBe(422);
  expect((await answer.json()).errors.map((error: { field: string }) => error.field)).toEqual([field]);
}

test('s23_markup_in_a_name_a_bio_and_a_file_name_is_shown_as_text', async ({ browser }) => {
  const mei = await Person.signsIn(browser, 'mei');
  const name = `${IMAGE}${SCRIPT} ${RUN}`;
  const kol = await posts<{ id: string }>(mei, '/api/v1/kols', {
    displayName: name,
    bio: `Bio ${SCRIPT}${IMAGE}`,
    notes: `Notes ${SCRIPT}${IMAGE}`,
    topics: [IMAGE],
    accounts: [{ platform: 'weibo', handle: `${IMAGE}${RUN}`, displayName: name }],
  });
  const file = `${IMAGE} ${RUN}.csv`;
  const job = await uploads(
    mei,
    '/api/v1/imports',
    { name: file, text: `handle,name\n${IMAGE}up${RUN},${SCRIPT}\n` },
    {
      platform: 'weibo',
      snapshotDate: new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10),
      mapping: JSON.stringify({
        columns: ['handle', 'displayName'].map((field, index) => ({ index, field })),
      }),
    },
  );
  await expect
    .poll(async () => (await asks<{ status: string }>(mei, job)).status, { timeout: 60_000 })
    .toBe('COMPLETED');

  await mei.step('reads a bio that would like to be a script', async (page) => {
    await page.goto(`/discover/kols/${kol.id}`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
    await expect(page.getByText(`Bio ${SCRIPT}${IMAGE}`)).toBeVisible();
    await expect(page.getByText(`Notes ${SCRIPT}${IMAGE}`)).toBeVisible();
    await nothingRan(page);
  });
  await mei.step('finds the name in a list', async (page) => {
    await expect(async () => {
      await page.goto('/discover');
      await page.getByRole('searchbox', { name: 'Name, handle, topic' }).fill(RUN);
      await expect(page.getByText(name).first()).toBeVisible({ timeout: 3_000 });
    }).toPass({ timeout: 60_000 });
    await nothingRan(page);
  });
  await mei.step('looks at the file that was uploaded', async (page) => {
    await page.goto(`/discover/imports/${job.split('/').pop()}`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(file);
    await nothingRan(page);
    await page.goto('/discover/imports');
    await expect(page.getByText(file).first()).toBeVisible();
    await nothingRan(page);
  });
});

test('s23_a_link_that_is_a_script_is_refused', async ({ browser }) => {
  const mei = await Person.signsIn(browser, 'mei');
  for (const url of [
    'javascript:window.ran=1',
    ' javascript:window.ran=1',
    'data:text/html,<script>1</script>',
    'JaVaScRiPt://x/%0Aran=1',
  ]) {
    const post = { url, reason: 'came by chat' };
    await refuses(mei, `/api/v1/collaborations/${randomUUID()}/submit-post`, post, 'url');
    const account = { platform: 'weibo', handle: `link${RUN}`, url };
    await refuses(mei, '/api/v1/kols', { displayName: 'Link', accounts: [account] }, 'accounts[0].url');
  }
});

test('s23_what_is_downloaded_is_never_opened_as_a_page', async ({ browser }) => {
  const ada = await Person.signsIn(browser, 'ada');
  const kol = await posts<{ id: string }>(ada, '/api/v1/kols', { displayName: `${SCRIPT} download ${RUN}` });
  const files = {
    [`/api/v1/kols/${kol.id}/export`]: `attachment; filename="kol-${kol.id}.json"`,
    '/api/v1/reports/roi/export?format=csv': /^attachment; filename="[\w.-]+\.csv"$/,
    '/api/v1/reports/roi/export?format=xlsx': /^attachment; filename="[\w.-]+\.xlsx"$/,
  };
  for (const [path, disposition] of Object.entries(files)) {
    const { 'content-disposition': told, ...headers } = (await ada.page.request.get(path)).headers();
    expect(told, path).toMatch(disposition);
    expect(headers['x-content-type-options'], path).toBe('nosniff');
    expect(headers['content-type'], path).not.toContain('html');
  }
});

test('s22_no_token_is_where_a_script_could_read_it', async ({ browser }) => {
  const mei = await Person.signsIn(browser, 'mei');
  const seen: string[] = [];
  mei.page.on('response', async (answer) => {
    if (new URL(answer.url()).pathname.match(/^\/(session|api\/v1)/)) seen.push(await answer.text().catch(() => ''));
  });

  for (const address of ['/', '/discover', '/campaigns', '/results']) {
    await mei.page.goto(address);
    await expect(mei.page.locator('main')).toBeVisible();
    await mei.page.waitForTimeout(500);
    const kept = await mei.page.evaluate(async () => ({
      local: JSON.stringify(localStorage),
      session: JSON.stringify(sessionStorage),
      databases: (await indexedDB.databases()).length,
      cookies: document.cookie,
      globals: Object.keys(window).filter((key) => /token/i.test(key)),
    }));
    expect(JSON.stringify(kept), address).not.toMatch(TOKEN);
    expect(kept, address).toMatchObject({ databases: 0, globals: [] });
    expect(kept.cookies, address).not.toContain('q_session');
  }

  expect(seen.length, 'answers that the pages read').toBeGreaterThan(3);
  expect(seen.filter((text) => TOKEN.test(text))).toEqual([]);
  const cookies = await mei.page.context().cookies(mei.page.url());
  const session = cookies.filter(({ name }) => name.startsWith('q_session'));
  expect(session.length, 'the session is in a cookie').toBeGreaterThan(0);
  for (const cookie of session) {
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
    expect(cookie.value).not.toMatch(/^eyJ[\w-]+\.eyJ/);
  }
});
