import { MeasuredProcess } from '../measure/child-process';
import { type Compared, compare } from '../measure/comparison';
import { drive } from '../measure/drive';
import { BenchSystem, type Form } from '../http/bench-system';
import { HttpClient } from '../http/http-client';
import { type Town, buildTown } from '../http/town';
import { PgBench } from './pgbench';

const CLIENTS = 64;
const LISTINGS = 2_000;
const RENTERS = 16;
const DAY_MS = 86_400_000;

const GOALS: Readonly<Record<Form, number>> = { standalone: 0.75, cluster: 0.6 };
const NAMES: Readonly<Record<Form, string>> = { standalone: 'over HTTP in one process', cluster: 'through gateway and RabbitMQ' };

/** Books the next night nobody has booked, spread over all listings. */
class Nights {
  private number = 0;

  constructor(private readonly town: Town) {}

  next(): { readonly token: string; readonly body: object } {
    const number = this.number++;
    const { listingIds, renterTokens } = this.town;
    const fromMs = Date.now() + (10 + Math.floor(number / listingIds.length)) * DAY_MS;
    const [from, to] = [fromMs, fromMs + DAY_MS].map((ms) => new Date(ms).toISOString().slice(0, 10));
    return { token: renterTokens[number % renterTokens.length]!, body: { listingId: listingIds[number % listingIds.length], from, to } };
  }
}

/** Bookings through the public door against the same transaction run straight in Postgres by pgbench, one at a time. */
export async function benchBooking(form: Form, rounds: number, seconds: number): Promise<Compared[]> {
  const system = await BenchSystem.start(form);
  const client = new HttpClient(system.url, CLIENTS);
  const town = await buildTown(client, LISTINGS, RENTERS);
  const floor = await MeasuredProcess.start<{ databaseUrl: string }>('apps/booking/bench/placement-floor.ts', { DATABASE_URL: system.databaseUrl });
  const pgbench = await PgBench.prepare(floor.ready.databaseUrl, `SELECT booking.bench_place(${LISTINGS})`);
  const nights = new Nights(town);
  try {
    const book = () => client.ask({ method: 'POST', path: '/api/bookings', ...nights.next() }, 201);
    return [
      await compare(
        {
          name: `booking ${NAMES[form]}, against pgbench on the same function`,
          unit: 'per second',
          goal: GOALS[form],
          ours: async () => (await drive(CLIENTS, seconds, book)).perSecond,
          floor: () => pgbench.rate(CLIENTS, seconds),
        },
        rounds,
      ),
    ];
  } finally {
    await client.close();
    await pgbench.remove();
    await floor.stop();
    await system.stop();
  }
}
