import { parseArgs } from 'node:util';
import type { Compared } from './measure/comparison';
import { printComparison, printHeader } from './measure/report';
import { benchBooking } from './booking/booking.bench';
import { benchRedirect } from './redirect/redirect.bench';
import { benchRpc } from './rpc/rpc.bench';
import { benchSearch } from './search/search.bench';

type Bench = (rounds: number, seconds: number) => Promise<Compared[]>;

const broker = process.env['RABBITMQ_URL'] ?? 'amqp://guest:guest@127.0.0.1:5672';

const BENCHES: Readonly<Record<string, Bench>> = {
  rpc: (rounds, seconds) => benchRpc(broker, rounds, seconds),
  redirect: benchRedirect,
  search: (rounds, seconds) => benchSearch('cluster', rounds, seconds),
  'search-standalone': (rounds, seconds) => benchSearch('standalone', rounds, seconds),
  booking: (rounds, seconds) => benchBooking('cluster', rounds, seconds),
  'booking-standalone': (rounds, seconds) => benchBooking('standalone', rounds, seconds),
};

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { rounds: { type: 'string', default: '5' }, seconds: { type: 'string', default: '2' } },
  });
  const names = positionals.length > 0 ? positionals : Object.keys(BENCHES);
  printHeader(Number(values.rounds), Number(values.seconds));
  for (const name of names) {
    const bench = BENCHES[name];
    if (!bench) throw new Error(`There is no bench named ${name}; there are ${Object.keys(BENCHES).join(', ')}.`);
    for (const compared of await bench(Number(values.rounds), Number(values.seconds))) printComparison(compared);
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
