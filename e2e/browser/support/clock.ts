import { expect } from '@playwright/test';
import type { Person } from './person';

const SERVICES = ['kol-registry', 'campaign', 'payment', 'reporting'];
const DAY = 86_400_000;

/** The clocks of the services, which an administrator may move outside of production: forward only, all of them together. */
export class Clock {
  constructor(private readonly administrator: Person) {}

  async now(): Promise<Date> {
    const answer = await this.administrator.page.request.get(addressOf('campaign'));
    expect(answer.ok(), await answer.text()).toBe(true);
    return new Date((await answer.json()).now);
  }

  async advance(days: number): Promise<void> {
    const later = new Date((await this.now()).getTime() + days * DAY);
    for (const service of SERVICES) {
      const answer = await this.administrator.page.request.put(addressOf(service), {
        data: { now: later.toISOString() },
        headers: { Origin: new URL(this.administrator.page.url()).origin, 'Sec-Fetch-Site': 'same-origin' },
      });
      expect(answer.ok(), await answer.text()).toBe(true);
    }
  }

  /** A day so many days from the services' today, as date fields take it. */
  async day(daysFromNow = 0): Promise<string> {
    return new Date((await this.now()).getTime() + daysFromNow * DAY).toISOString().slice(0, 10);
  }
}

/** A time as a field for date and time takes it, in the zone of this browser. */
export function asTyped(time: Date): string {
  return new Date(time.getTime() - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** A time as the report of a shop in China has it. */
export function asSold(time: Date): string {
  const aheadOfUtc = 8 * 3_600_000;
  return new Date(time.getTime() + aheadOfUtc).toISOString().slice(0, 19).replace('T', ' ');
}

function addressOf(service: string): string {
  return `/api/v1/operations/${service}/clock`;
}
