import { MeasuredProcess } from '../measure/child-process';
import { type Compared, compare } from '../measure/comparison';
import { drive } from '../measure/drive';
import { BenchSystem, type Form } from '../http/bench-system';
import { HttpClient } from '../http/http-client';
import { buildTown } from '../http/town';

const CLIENTS = 64;
const LISTINGS = 2_000;
const SEARCH = 'city=Riga&priceMin=5000&priceMax=20000&sort=price';

const NAMES: Readonly<Record<Form, string>> = { cluster: 'through gateway and RabbitMQ', standalone: 'in one process' };

/** A search by city and price through the public door against bare Fastify and pg running the same statement. */
export async function benchSearch(form: Form, rounds: number, seconds: number): Promise<Compared[]> {
  const system = await BenchSystem.start(form);
  const floor = await MeasuredProcess.start<{ port: number }>('apps/catalog/bench/search-floor.ts', { DATABASE_URL: system.databaseUrl });
  const [ours, bare] = [new HttpClient(system.url, CLIENTS), new HttpClient(`http://127.0.0.1:${floor.ready.port}`, CLIENTS)];
  try {
    await buildTown(ours, LISTINGS, 0);
    const rate = async (client: HttpClient, path: string) => (await drive(CLIENTS, seconds, () => client.ask({ method: 'GET', path }, 200))).perSecond;
    const against = (what: string, path: string, goal: number) =>
      compare(
        {
          name: `search ${NAMES[form]}, against bare Fastify + pg ${what}`,
          unit: 'per second',
          goal,
          ours: () => rate(ours, `/api/listings?${SEARCH}`),
          floor: () => rate(bare, `${path}?${SEARCH}`),
        },
        rounds,
      );
    return [await against('decoding its rows', '/rows', 0.95), await against('handing on text', '/text', 0.6)];
  } finally {
    await Promise.all([ours.close(), bare.close()]);
    await floor.stop();
    await system.stop();
  }
}
