import { Client } from 'pg';
import { type Compared, compare } from '../measure/comparison';
import { PgBench } from './pgbench';
import { Rig } from './rig';

const CLIENTS = 64;
const BOOKINGS = 1_000;

/** What happens where everybody wants the same: places of one resource, or one night that somebody has. */
export async function benchHotCapacity(rounds: number, seconds: number): Promise<Compared[]> {
  const rig = await Rig.start(BOOKINGS);
  const pgbench = await PgBench.prepare(rig.ready.databaseUrl, `SELECT booking.bench_place_at('${rig.ready.hotOfFloor}', :night)`);
  let night = 0;
  try {
    const hot = await compare(
      {
        name: 'hot capacity row inside the service, against pgbench on one hot row, one a call',
        unit: 'per second',
        goal: 10,
        ours: () => rig.rate('hot', CLIENTS, seconds),
        floor: () => pgbench.rate(CLIENTS, seconds, { night: (night += 1) }),
      },
      rounds,
    );
    const race = await compare(
      {
        name: 'refusals of one night inside the service, against bookings spread over all resources',
        unit: 'per second',
        goal: 1,
        ours: () => rig.rate('race', CLIENTS, seconds),
        floor: () => rig.rate('spread', CLIENTS, seconds),
      },
      rounds,
    );
    await refuseDeadlocks(rig.ready.databaseUrl);
    return [hot, race];
  } finally {
    await pgbench.remove();
    await rig.stop();
  }
}

async function refuseDeadlocks(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ deadlocks: string }>('SELECT sum(deadlocks) AS deadlocks FROM pg_stat_database');
  await client.end();
  if (Number(rows[0]?.deadlocks) > 0) throw new Error(`Postgres has untied ${rows[0]?.deadlocks} deadlocks.`);
}
