import { parseArgs } from 'node:util';
import type { Compared } from './measure/comparison';
import { printComparison, printHeader } from './measure/report';
import { benchRpc } from './rpc/rpc.bench';

const BENCHES: Readonly<Record<string, (url: string, rounds: number, seconds: number) => Promise<Compared[]>>> = {
  rpc: benchRpc,
};

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { rounds: { type: 'string', default: '5' }, seconds: { type: 'string', default: '2' } },
  });
  const broker = process.env['RABBITMQ_URL'] ?? 'amqp://guest:guest@127.0.0.1:5672';
  const names = positionals.length > 0 ? positionals : Object.keys(BENCHES);
  printHeader(Number(values.rounds), Number(values.seconds));
  for (const name of names) {
    const bench = BENCHES[name];
    if (!bench) throw new Error(`There is no bench named ${name}; there are ${Object.keys(BENCHES).join(', ')}.`);
    for (const compared of await bench(broker, Number(values.rounds), Number(values.seconds))) printComparison(compared);
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
