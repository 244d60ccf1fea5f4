import { parseArgs } from 'node:util';
import { highestRate } from './highest-rate';
import { idleSockets } from './idle-sockets';
import { LoadedSystem } from './loaded-system';
import { overload } from './overload';
import { soak } from './soak';

const USAGE = `npm run load -- <what> [options]     what a system of its own bears; Linux only

  mix         the highest rate of searches, views, quotes, bookings and the rest that is held, then a minute of it
  overload    five times that for a while, and how soon it is as before
  soak        a steady rate for a long time, with flat memory
  sockets     open pages on which nothing happens

  --form cluster|standalone   nine processes over RabbitMQ (the default), or one
  --rate <visits a second>    instead of the highest that is held (of soak: half of it)
  --seconds <n>               how long mix (60) and overload (30) last
  --minutes <n>               how long soak lasts (30)
  --sockets <n>               how many pages are open (5000)`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { form: { type: 'string', default: 'cluster' }, rate: { type: 'string' }, seconds: { type: 'string' }, minutes: { type: 'string', default: '30' }, sockets: { type: 'string', default: '5000' }, help: { type: 'boolean' } },
  });
  const [what] = positionals;
  if (values.help || !what) return console.log(USAGE);
  if (what === 'sockets') return idleSockets(Number(values.sockets));
  const visit = VISITS[what];
  if (!visit || (values.form !== 'cluster' && values.form !== 'standalone')) throw new Error(USAGE);
  const system = await LoadedSystem.start(values.form);
  try {
    await visit(system, values);
    await system.verify();
  } finally {
    await system.stop();
  }
}

interface Asked {
  readonly rate?: string;
  readonly seconds?: string;
  readonly minutes: string;
}

const rateOf = async (system: LoadedSystem, { rate }: Asked, share = 1): Promise<number> => (rate === undefined ? Math.round((await highestRate(system)) * share) : Number(rate));

const VISITS: Readonly<Record<string, (system: LoadedSystem, asked: Asked) => Promise<unknown>>> = {
  mix: async (system, asked) => system.show(await rateOf(system, asked), Number(asked.seconds ?? 60)),
  overload: async (system, asked) => overload(system, await rateOf(system, asked), Number(asked.seconds ?? 30)),
  soak: async (system, asked) => soak(system, await rateOf(system, asked, 0.5), Number(asked.minutes)),
};

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
