import { expect, type Page } from '@playwright/test';

/** The KOL's portal, in Chinese and at a phone. */
export class Portal {
  constructor(private readonly page: Page) {}

  async goesTo(place: '首页' | '合作邀约' | '内容' | '收款' | '我的资料'): Promise<void> {
    await this.page.getByRole('navigation').first().getByRole('link', { name: place }).click();
  }

  /** Opens a brief once it has arrived. */
  async opensBrief(title: string): Promise<void> {
    await expect(async () => {
      await this.page.goto('/portal/briefs');
      await this.page.getByRole('link', { name: title }).first().click({ timeout: 3_000 });
      await expect(this.page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    }).toPass({ timeout: 45_000 });
  }

  /** Chooses what to answer; its fields open beneath. */
  async answers(step: string): Promise<void> {
    await this.page.getByRole('button', { name: step, exact: true, expanded: false }).click();
  }

  /** Sends the answer whose fields are open. */
  async sends(step: string): Promise<void> {
    const form = this.page.locator('form');
    await form.getByRole('button', { name: step, exact: true }).click();
    await expect(form).toBeHidden();
  }
}
