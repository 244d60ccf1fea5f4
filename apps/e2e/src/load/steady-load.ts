import { setTimeout as pause } from 'node:timers/promises';
import type { History } from '../crowd/history';
import type { Discrepancy } from '../crowd/judgement';
import { PatientClient } from '../crowd/patient-client';
import { type Account, registerAt } from '../crowd/whole-journey';
import type { Door } from '../door';
import { fewAtATime } from '../few-at-a-time';
import type { KeptMail } from '../mailbox';
import { item, ownCity } from '../offers';
import { pagesOf } from '../pages';
import { Guest } from './guest';
import { type GuestAftermath, type OwnerAftermath, whatLoadLacks } from './load-judgement';

const LISTINGS = 3;
const AT_ONCE = 4;
/** So many rounds without a flaw, and a guest takes the system to be well again. */
const SOUND_ROUNDS = 3;
const RECOVERY_BOUND_MS = 90_000;
/** Facts on their way may be in the second or third pause between their tries, of 10 s and 60 s. */
const PATIENCE_MS = 150_000;

interface Notice {
  readonly type: string;
  readonly subjectId: string;
}

/** A few guests who book from one owner and look around, all the time: what a fault is to meet. */
export class SteadyLoad {
  private constructor(
    private readonly door: Door,
    private readonly owner: Account,
    private readonly guests: readonly Guest[],
  ) {}

  /** Lets everybody in, while nothing is broken yet. */
  static async prepare(name: string, doors: readonly Door[], history: History, clients: number): Promise<SteadyLoad> {
    const clientOf = (who: string) => new PatientClient(`${name}: ${who}`, doors, history);
    const city = ownCity();
    const landlord = clientOf('owner');
    const owner = await registerAt(landlord, 'owner registers', { name: 'Owner', role: 'landlord' });
    const offer = (index: number) => landlord.ask<{ id: string }>({
      step: 'owner offers', method: 'POST', path: '/api/listings', token: owner.token, status: 201,
      body: item(city, { title: `A thing ${index}`, capacity: 200, booking: { approval: 'instant', minUnits: 1, maxUnits: 14 } }),
      idempotencyKey: `${name} ${city} ${index}`,
    });
    const listings = await fewAtATime(Array.from({ length: LISTINGS }, (_, index) => index), 1, offer);
    const guests = await fewAtATime(Array.from({ length: clients }, (_, index) => index), AT_ONCE, async (index) => {
      const client = clientOf(`guest ${index}`);
      const account = await registerAt(client, 'guest registers', { name: `Guest ${index}` });
      return new Guest(client, account, listings.map(({ id }) => id), city, index % 2 === 0);
    });
    return new SteadyLoad(doors[0]!, owner, guests);
  }

  /** Everybody goes on while something lasts, and until the system is well again for each of them. */
  async runWhile(lasts: Promise<unknown>): Promise<void> {
    let isOver = false;
    const over = (): void => void (isOver = true);
    lasts.then(over, over);
    await Promise.all([lasts, ...this.guests.map((guest) => this.keepsGoing(guest, () => isOver))]);
  }


  /** Answers that nobody should get, whatever is broken. */
  get odd(): readonly string[] {
    return this.guests.flatMap(({ odd }) => odd);
  }

  /** How many bookings were asked for, and of how many an answer came. */
  get asked(): { readonly asked: number; readonly acknowledged: number } {
    const asks = this.guests.flatMap((guest) => guest.asks);
    return { asked: asks.length, acknowledged: asks.filter(({ bookingId }) => bookingId !== undefined).length };
  }

  /** Looks at all that the load has left, again and again while facts may be on their way; answers what stays wrong. */
  async whatStaysWrong(): Promise<Discrepancy[]> {
    for (const endMs = Date.now() + PATIENCE_MS; ; await pause(500)) {
      const guests = await fewAtATime(this.guests, AT_ONCE, (guest) => this.aftermathOf(guest));
      const wrong = whatLoadLacks(guests, await this.ownersAftermath());
      if (wrong.length === 0 || Date.now() > endMs) return wrong;
    }
  }

  private async keepsGoing(guest: Guest, isOver: () => boolean): Promise<void> {
    let soundRounds = 0;
    let endMs = Infinity;
    while (soundRounds < SOUND_ROUNDS) {
      const wasOver = isOver();
      const isSound = await guest.round();
      soundRounds = wasOver && isSound ? soundRounds + 1 : 0;
      if (wasOver) endMs = Math.min(endMs, Date.now() + RECOVERY_BOUND_MS);
      if (Date.now() > endMs) throw new Error('The system does not come to itself again.');
    }
  }

  private async aftermathOf({ account, asks }: Guest): Promise<GuestAftermath> {
    const bookings = await pagesOf<{ id: string; message?: string }>(this.door, '/api/bookings?role=renter&limit=100', account.token);
    return { asks, bookings, ...(await this.told(account)) };
  }

  private ownersAftermath(): Promise<OwnerAftermath> {
    return this.told(this.owner);
  }

  private async told({ email, token }: Account): Promise<OwnerAftermath> {
    const notices = await pagesOf<Notice>(this.door, '/api/notifications?limit=100', token);
    const mails = await pagesOf<KeptMail>(this.door, `/dev/mailbox?limit=100&to=${encodeURIComponent(email)}`);
    return { noticedIds: notices.map(({ subjectId }) => subjectId), mails: mails.filter(({ subject }) => !subject.startsWith('Confirm your')).length };
  }
}
