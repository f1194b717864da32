import { test } from '@playwright/test';
import { Person } from '../support/person';

/** Every page of the navigation of everybody who can sign in, in both languages: it opens, says nothing wrong and axe is content. */
const PEOPLE = ['mei', 'fang', 'elena', 'ada', 'xiaolin'];

for (const language of ['en', 'zh-CN'] as const) {
  for (const name of PEOPLE) {
    test(`${name} opens every page of the navigation in ${language}`, async ({ browser }) => {
      const person = await Person.signsIn(browser, name, language);
      await person.look(`home ${language}`);
      const addresses = await person.page
        .getByRole('navigation')
        .first()
        .getByRole('link')
        .evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href') ?? ''))].filter((href) => href.startsWith('/')));
      test.expect(addresses.length, 'pages in the navigation').toBeGreaterThan(1);
      // Pages lead to further ones by their tabs; each is looked at once.
      const seen = new Set(addresses);
      for (const address of seen) {
        await person.step(`${language} ${address}`, async (page) => {
          await page.goto(address);
          await test.expect(page.getByRole('heading', { level: 1 })).toBeVisible();
          const tabs = await page
            .locator('main nav')
            .getByRole('link')
            .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
          for (const tab of tabs) if (tab.startsWith('/')) seen.add(tab);
        });
      }
      await person.leaves();
    });
  }
}
