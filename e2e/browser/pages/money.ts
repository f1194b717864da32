import { expect, type Locator, type Page } from '@playwright/test';
import { press } from './forms';

/** Money: who is paid, what is approved, what leaves, and what the bank says. */
export class Money {
  constructor(private readonly page: Page) {}

  async opens(place?: 'Fees' | 'Payees' | 'Payouts' | 'Statements' | 'Ledger'): Promise<void> {
    await this.page.getByRole('link', { name: 'Money', exact: true }).first().click();
    if (place) {
      await this.page
        .getByRole('navigation', { name: 'Money' })
        .getByRole('link', { name: place, exact: true })
        .click();
    }
  }

  /** The rows of the approvals that are about this person. */
  parts(payee: string): Locator {
    return this.page.getByRole('row', { name: payee });
  }

  /** Marks every row about this person. */
  async marks(payee: string): Promise<void> {
    for (const row of await this.parts(payee).all()) await row.getByRole('checkbox').check();
  }

  /** Presses a decision on the marked rows and stays in front of its consequence. */
  async decides(decision: RegExp): Promise<Locator> {
    await press(this.page, decision);
    const dialog = this.page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    return dialog;
  }

  async confirms(dialog: Locator, decision: RegExp): Promise<void> {
    await dialog.getByRole('button', { name: decision }).click();
    await expect(dialog).toBeHidden();
  }
}
