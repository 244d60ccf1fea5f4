import { parseArgs } from 'node:util';
import { asksForUsage } from '../launch/asks-for-usage';
import type { Compared } from './measure/comparison';
import { printComparison, printHeader } from './measure/report';
import { benchBooking } from './booking/booking.bench';
import { benchGrowth } from './booking/growth.bench';
import { benchCosts } from './cost/cost-of-requests.bench';
import { benchFanOut } from './fan-out/fan-out.bench';
import { benchHotCapacity } from './booking/hot-capacity.bench';
import { benchRedirect } from './redirect/redirect.bench';
import { benchRpc } from './rpc/rpc.bench';
import { benchSearchAtScale } from './search/search-at-scale.bench';
import { benchSearch } from './search/search.bench';

type Bench = (rounds: number, seconds: number) => Promise<Compared[]>;

const broker = process.env['RABBITMQ_URL'] ?? 'amqp://guest:guest@127.0.0.1:5672';

const BENCHES: Readonly<Record<string, Bench>> = {
  rpc: (rounds, seconds) => benchRpc(broker, rounds, seconds),
  redirect: benchRedirect,
  search: (rounds, seconds) => benchSearch('cluster', rounds, seconds),
  'search-standalone': (rounds, seconds) => benchSearch('standalone', rounds, seconds),
  booking: (rounds, seconds) => benchBooking('cluster', rounds, seconds),
  'hot-capacity': benchHotCapacity,
  'booking-growth': benchGrowth,
  'booking-standalone': (rounds, seconds) => benchBooking('standalone', rounds, seconds),
};

/** Those that report in a form of their own, and are no part of the whole run. */
const ON_THEIR_OWN = ['fan-out', 'cost'];

const USAGE = `Usage: npm run bench -- [BENCH …] [--rounds NUMBER] [--seconds NUMBER]
       npm run bench -- search --listings NUMBER [--seed NUMBER] [--data FOLDER] [--runs NUMBER] [--rebuild]
       npm run bench -- ${ON_THEIR_OWN.join(' | ')} [--seconds NUMBER]
  BENCH       one or more of ${Object.keys(BENCHES).join(', ')}; all of them unless told
  --rounds    how often each is measured against its floor, 5 unless told
  --seconds   how long a round measures each side, 2 unless told
  --listings  builds a set of so many listings, drawn by --seed from --data, and measures fixed searches --runs times; --rebuild does not take the set of the last run
RABBITMQ_URL says where the broker is.`;

async function main(): Promise<void> {
  if (asksForUsage()) return console.log(USAGE);
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      rounds: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '2' },
      // Of `search` alone: how many listings, drawn by which seed from which data, and measured how often.
      listings: { type: 'string' },
      seed: { type: 'string' },
      data: { type: 'string' },
      runs: { type: 'string' },
      rebuild: { type: 'boolean' },
    },
  });
  if (values.listings !== undefined) {
    const { listings, seed, data, runs, rebuild } = values;
    const given = Object.entries({ listings, seed, data, runs }).flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`, value]));
    return benchSearchAtScale(rebuild === true ? [...given, '--rebuild'] : given);
  }
  if (positionals[0] === 'fan-out') return benchFanOut();
  if (positionals[0] === 'cost') return benchCosts(Number(values.seconds));
  const names = positionals.length > 0 ? positionals : Object.keys(BENCHES);
  printHeader(Number(values.rounds), Number(values.seconds));
  for (const name of names) {
    const bench = BENCHES[name];
    if (!bench) throw new Error(`There is no bench named ${name}; there are ${Object.keys(BENCHES).join(', ')}.`);
    for (const compared of await bench(Number(values.rounds), Number(values.seconds))) printComparison(compared);
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
