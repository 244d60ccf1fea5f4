import { setTimeout as pause } from 'node:timers/promises';
import { GuestPage } from '../bench/fan-out/guest-page';
import { BenchSystem } from '../bench/http/bench-system';
import { doorsOf } from '../bench/http/gateways';
import { HttpClient } from '../bench/http/http-client';
import { buildTown, register } from '../bench/http/town';
import { eachOf } from '../bench/measure/each-of';
import { useOfTree } from '../bench/measure/process-tree';

const PAGES_OF_A_PERSON = 5;
const AT_ONCE = 32;
const IDLE_SECONDS = 60;
const PATIENCE_MS = 10_000;
const DAY_MS = 86_400_000;

/** Open pages on which nothing happens, at two gateways: what each costs, that all stay, and that one still hears what is for its person. */
export async function idleSockets(count: number): Promise<void> {
  const system = await BenchSystem.start('cluster', { REPLICAS_GATEWAY: '2' });
  const client = new HttpClient(system.url, AT_ONCE);
  const doors = doorsOf(system.url);
  const pages: GuestPage[] = [];
  let heard = 0;
  try {
    const { listingIds } = await buildTown(client, 1, 1);
    const tokens = await registerSome(client, Math.ceil(count / PAGES_OF_A_PERSON));
    const before = gatewayBytes(system);
    await eachOf(count, AT_ONCE, async (index) => {
      const token = tokens[index % tokens.length]!;
      pages.push(await GuestPage.open(doors[index % 2]!, token, 'booking-confirmed', () => void (heard += 1)));
    });
    const after = gatewayBytes(system);
    console.log(`${pages.length} open pages at two gateways: ${((after - before) / 1_024 / pages.length).toFixed(1)} KiB each in the gateways.`);
    await pause(IDLE_SECONDS * 1_000);
    const left = pages.filter(({ isOpen }) => !isOpen).length;
    if (left > 0) throw new Error(`${left} pages lost their connection in ${IDLE_SECONDS} s.`);
    const day = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
    const askedMs = performance.now();
    await client.ask({ method: 'POST', path: '/api/bookings', token: tokens[0], body: { listingId: listingIds[0], from: day(20), to: day(21) } }, 201);
    while (heard < PAGES_OF_A_PERSON) {
      if (performance.now() - askedMs > PATIENCE_MS) throw new Error(`Only ${heard} of ${PAGES_OF_A_PERSON} pages heard of a booking.`);
      await pause(5);
    }
    console.log(`After ${IDLE_SECONDS} s all are still open; a booking was heard on all ${heard} pages of its person ${Math.round(performance.now() - askedMs)} ms after it was asked for.`);
  } finally {
    for (const page of pages) page.close();
    await client.close();
    await system.stop();
  }
}

async function registerSome(client: HttpClient, count: number): Promise<string[]> {
  const tokens: string[] = [];
  await eachOf(count, AT_ONCE, async (index) => void tokens.push(await register(client, `Idle Guest ${index}`, 'renter')));
  return tokens;
}

function gatewayBytes(system: BenchSystem): number {
  return useOfTree(system.launcherPid).get('gateway')?.residentBytes ?? 0;
}
