import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { PatientClient, Wish } from '../crowd/patient-client';
import type { Account } from '../crowd/whole-journey';
import { dayFromToday } from '../days';
import type { Ask } from './load-judgement';

const FIRST_DAY = 5;
const THINKS_MS = 40;
const PUT_OFF = 503;

/** Somebody who books one thing after the other and looks around in between. */
export class Guest {
  readonly asks: Ask[] = [];
  /** Answers that are neither what was asked for nor "not now". */
  readonly odd: string[] = [];
  private count = 0;

  constructor(
    private readonly client: PatientClient,
    readonly account: Account,
    private readonly listingIds: readonly string[],
    private readonly city: string,
    /** Half of all ask again until they are answered; the others give up, and never know. */
    private readonly isPatient: boolean,
  ) {}

  /** Books and looks; true where everything was answered as wished at the first attempt. */
  async round(): Promise<boolean> {
    const outcomes = [await this.book(), await this.look('searches', `/api/listings?${new URLSearchParams({ city: this.city })}`), await this.look('looks at bookings', '/api/bookings?role=renter&limit=1'), await this.look('looks at the account', '/api/auth/me')];
    await pause(THINKS_MS);
    return outcomes.every(Boolean);
  }

  private async book(): Promise<boolean> {
    const mark = randomUUID();
    const [listingId, day] = [this.listingIds[this.count % this.listingIds.length]!, FIRST_DAY + Math.floor(this.count / this.listingIds.length)];
    this.count += 1;
    const body = { listingId, from: dayFromToday(day), to: dayFromToday(day + 1), message: mark };
    const wish = { step: 'books', method: 'POST', path: '/api/bookings', token: this.account.token, body, status: 201, idempotencyKey: mark } as const;
    const first = await this.client.once<{ id: string }>(wish);
    const isFirst = first?.status === wish.status;
    const answer = isFirst || !this.isPatient ? first : await this.client.answer<{ id: string }>(wish);
    this.asks.push({ mark, bookingId: answer?.status === wish.status ? answer.body.id : undefined });
    this.judge(wish, answer);
    return isFirst;
  }

  private async look(step: string, path: string): Promise<boolean> {
    const wish = { step, method: 'GET', path, token: this.account.token, status: 200 } as const;
    const answer = await this.client.once(wish);
    this.judge(wish, answer);
    return answer?.status === wish.status;
  }

  private judge<Body>({ step, status }: Wish<Body>, answer?: { readonly status: number; readonly body: unknown }): void {
    if (answer && answer.status !== status && answer.status !== PUT_OFF) this.odd.push(`${this.client.name} ${step}: ${answer.status} ${JSON.stringify(answer.body)}`);
  }
}
