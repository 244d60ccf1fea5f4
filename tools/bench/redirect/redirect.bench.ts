import { MeasuredProcess } from '../measure/child-process';
import { type Compared, compare } from '../measure/comparison';
import { drive } from '../measure/drive';
import { BenchSystem } from '../http/bench-system';
import { HttpClient } from '../http/http-client';
import { buildTown } from '../http/town';

const CLIENTS = 64;
const LINKS = 50;

/** A short link through the gateway, its click counted, against bare Fastify with the map in memory. */
export async function benchRedirect(rounds: number, seconds: number): Promise<Compared[]> {
  const system = await BenchSystem.start('cluster');
  const floor = await MeasuredProcess.start<{ port: number }>('tools/bench/redirect/redirect-floor.ts', {});
  const [ours, bare] = [new HttpClient(system.url, CLIENTS), new HttpClient(`http://127.0.0.1:${floor.ready.port}`, CLIENTS)];
  try {
    const { renterTokens } = await buildTown(ours, 0, 1);
    const codes: string[] = [];
    for (let index = 0; index < LINKS; index += 1) {
      const link = await ours.ask({ method: 'POST', path: '/api/links', token: renterTokens[0], body: { url: `https://example.com/page/${index}` } }, 201);
      codes.push((JSON.parse(link) as { code: string }).code);
    }
    let asked = 0;
    const rate = async (client: HttpClient, code: (index: number) => string) =>
      (await drive(CLIENTS, seconds, () => client.ask({ method: 'GET', path: `/s/${code(asked++ % LINKS)}` }, 302))).perSecond;
    const compared = await compare(
      {
        name: 'short-link redirect through the gateway, against bare Fastify with a map',
        unit: 'per second',
        goal: 0.85,
        ours: () => rate(ours, (index) => codes[index]!),
        floor: () => rate(bare, (index) => `code${index}`),
      },
      rounds,
    );
    return [compared];
  } finally {
    await Promise.all([ours.close(), bare.close()]);
    await floor.stop();
    await system.stop();
  }
}
