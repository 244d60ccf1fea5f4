import { setTimeout as pause } from 'node:timers/promises';
import { BenchSystem } from '../http/bench-system';
import { doorsOf } from '../http/gateways';
import { HttpClient } from '../http/http-client';
import { register } from '../http/town';
import { eachOf } from '../measure/each-of';
import { GuestPage } from './guest-page';

const GUESTS = 1_000;
const CHANGES = 10;
const AT_ONCE = 32;
const PATIENCE_MS = 120_000;
const DAY_MS = 86_400_000;

const instant = (days: number, hours: number) => new Date(Math.floor(Date.now() / DAY_MS) * DAY_MS + days * DAY_MS + hours * 3_600_000).toISOString();
const evening = {
  kind: 'event', title: 'A film for everybody', description: 'All who come hear of every change.', location: { city: 'Riga', lat: 56.95, lng: 24.1 }, timeZone: 'UTC',
  price: { currency: 'EUR', per: 'seat', amount: 0 }, capacity: GUESTS, booking: { approval: 'instant' },
  details: { movieId: 'metropolis', startsAt: instant(30, 18), endsAt: instant(30, 21), privacy: 'everyone', paid: false, place: 'The blue room' },
};

/**
 * Ten changes of an event that a thousand guests come to, each with a page open at one of two gateways: ten thousand
 * notifications, and how soon they are there. Nothing may be missing, and nothing heard twice.
 */
export async function benchFanOut(): Promise<void> {
  const system = await BenchSystem.start('cluster', { REPLICAS_GATEWAY: '2' });
  const doors = doorsOf(system.url);
  const client = new HttpClient(system.url, AT_ONCE);
  let heard = 0;
  const onHeard = (): void => void (heard += 1);
  const pages: GuestPage[] = [];
  try {
    const host = await register(client, 'Bench Host', 'landlord');
    const { id } = JSON.parse(await client.ask({ method: 'POST', path: '/api/listings', token: host, body: evening }, 201)) as { id: string };
    await eachOf(GUESTS, AT_ONCE, async (index) => {
      const token = await register(client, `Bench Guest ${index}`, 'renter');
      await client.ask({ method: 'POST', path: '/api/bookings', token, body: { listingId: id } }, 201);
      pages.push(await GuestPage.open(doors[index % 2]!, token, 'event-changed', onHeard));
    });
    await quietSince(() => heard);
    const startedMs = performance.now();
    for (let change = 1; change <= CHANGES; change += 1) {
      await client.ask({ method: 'PUT', path: `/api/events/${id}`, token: host, body: { title: `A film for everybody, take ${change}` } }, 200);
    }
    await arrived(pages);
    print(pages, performance.now() - startedMs);
  } finally {
    for (const page of pages) page.close();
    await client.close();
    await system.stop();
  }
}

/** Everybody has booked, and the words of that are told. */
async function quietSince(heard: () => number): Promise<void> {
  for (let before = -1; before !== heard(); ) {
    before = heard();
    await pause(5_000);
  }
}

async function arrived(pages: readonly GuestPage[]): Promise<void> {
  const endMs = performance.now() + PATIENCE_MS;
  while (pages.some(({ count }) => count < CHANGES)) {
    if (performance.now() > endMs) throw new Error(`Only ${pages.reduce((sum, { count }) => sum + count, 0)} of ${GUESTS * CHANGES} arrived.`);
    await pause(50);
  }
}

function print(pages: readonly GuestPage[], tookMs: number): void {
  const delays = pages.flatMap(({ delaysMs }) => delaysMs).sort((one, other) => one - other);
  const repeats = pages.reduce((sum, page) => sum + page.repeats, 0);
  const at = (share: number) => `${delays[Math.floor((delays.length - 1) * share)]} ms`;
  console.log(`${delays.length} notifications to ${pages.length} open pages at two gateways, ${repeats} of them heard twice`);
  console.log(`    ${Math.round((delays.length / tookMs) * 1_000)}/s; from made to heard: median ${at(0.5)}, p95 ${at(0.95)}, longest ${at(1)}`);
}
