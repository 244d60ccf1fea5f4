import { BenchSystem } from '../http/bench-system';
import { HttpClient, type HttpQuestion } from '../http/http-client';
import { type Town, buildTown } from '../http/town';
import { drive } from '../measure/drive';
import { processorTimeUs } from '../measure/process-tree';

const CLIENTS = 16;
const LISTINGS = 500;
const RENTERS = 8;
const DAY_MS = 86_400_000;
const NODES = ['gateway', 'catalog', 'booking', 'notification', 'postgres'];
/** After a booking its facts, copies and mails are still made; they belong to its price. */
const SETTLE_MS = 3_000;

interface Kind {
  readonly name: string;
  readonly wanted: number;
  readonly next: (index: number) => HttpQuestion;
}

const day = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

function kindsOf({ listingIds, renterTokens }: Town): Kind[] {
  const listing = (index: number) => listingIds[index % listingIds.length]!;
  const renter = (index: number) => renterTokens[index % renterTokens.length]!;
  const stay = (index: number) => ({ listingId: listing(index), from: day(10 + Math.floor(index / listingIds.length)), to: day(11 + Math.floor(index / listingIds.length)) });
  return [
    { name: 'search a city with dates', wanted: 200, next: (index) => ({ method: 'GET', path: `/api/listings?city=Riga&from=${day(20 + (index % 30))}&to=${day(23 + (index % 30))}&sort=price` }) },
    { name: 'look at a listing', wanted: 200, next: (index) => ({ method: 'GET', path: `/api/listings/${listing(index)}` }) },
    { name: 'ask for a quote', wanted: 200, next: (index) => ({ method: 'POST', path: '/api/quotes', token: renter(index), body: stay(index) }) },
    { name: 'book a night', wanted: 201, next: (index) => ({ method: 'POST', path: '/api/bookings', token: renter(index), body: stay(index) }) },
  ];
}

/**
 * What each kind of request costs: microseconds of processor time by process, on the cluster over RabbitMQ. Unlike rates
 * they hardly move with what else the machine does. The broker's own time is not in it.
 */
export async function benchCosts(seconds: number): Promise<void> {
  const system = await BenchSystem.start('cluster');
  const client = new HttpClient(system.url, CLIENTS);
  try {
    const town = await buildTown(client, LISTINGS, RENTERS);
    console.log(`| µs of processor time | requests | ${NODES.join(' | ')} | others | all |\n|${'---|'.repeat(NODES.length + 4)}`);
    for (const kind of kindsOf(town)) console.log(await costOf(kind, client, system, seconds));
  } finally {
    await client.close();
    await system.stop();
  }
}

async function costOf({ name, wanted, next }: Kind, client: HttpClient, system: BenchSystem, seconds: number): Promise<string> {
  let index = 0;
  const ask = () => client.ask(next(index++), wanted);
  // What is compiled and remembered at first is not the price of the ten-thousandth.
  await drive(CLIENTS, 1, ask);
  await settled();
  const [asked, before] = [index, processorTimeUs(system.launcherPid)];
  await drive(CLIENTS, seconds, ask);
  await settled();
  const requests = index - asked;
  const each = new Map([...processorTimeUs(system.launcherPid)].map(([process, us]) => [process, (us - (before.get(process) ?? 0)) / requests]));
  const sum = (names: Iterable<string>) => [...names].reduce((total, process) => total + (each.get(process) ?? 0), 0);
  const others = [...each.keys()].filter((process) => !NODES.includes(process));
  const cells = [...NODES.map((process) => sum([process])), sum(others), sum(each.keys())].map((us) => String(Math.round(us)));
  return `| ${name} | ${requests} | ${cells.join(' | ')} |`;
}

function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
}
