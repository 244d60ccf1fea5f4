import { make } from '../src/calls/right-call';
import { SmallWorld } from '../src/calls/small-world';
import { stagedCalls } from '../src/calls/staged-calls';
import { operations } from '../src/contract/api-document';
import { eventually } from '../src/eventually';
import { linkIn, mailTo } from '../src/mailbox';
import { askWrongly } from '../src/watching/hostile-half';
import { WatchedSystem, findings } from '../src/watching/watched-system';

const FORMS = (process.env['WATCHED_FORMS'] ?? 'standalone').split(',') as ('standalone' | 'cluster')[];
const UNTIL_MS = Date.now() + Number(process.env['CANARY_MINUTES'] ?? 0) * 60_000;
const BOUND_MS = 3_600_000;
/** A few calls want what only a run of their own has; most of them must have gone as they are meant to, or little was planted. */
const MEANT_AT_LEAST = 0.9;

describe.each(FORMS)('personal data that goes through the system as %s', (form) => {
  let system: WatchedSystem;
  let world: SmallWorld;

  beforeAll(async () => {
    system = await WatchedSystem.start(form);
    world = await SmallWorld.make(system.door);
  }, BOUND_MS);
  afterAll(() => system.stop(), BOUND_MS);

  it('goes through every operation of the API, and wherever something is refused', async () => {
    const wrong: string[] = [];
    let calls = 0;
    do {
      for (const operation of operations) {
        calls += 1;
        const status = await Promise.resolve(stagedCalls[operation.name]!(world)).then(async (call) => (await make(world, operation, call)).status).catch((error: Error) => error.message);
        if (typeof status === 'string' || status >= 400) wrong.push(`${operation.name}: ${status}`);
      }
      await askWrongly(system.door, world.renter.user.email);
    } while (Date.now() < UNTIL_MS);
    process.stderr.write(`${form}: ${calls} calls, ${wrong.length} of them otherwise than meant; ${system.door.planted.size} things planted.\n`);
    expect(wrong.slice(0, Math.max(0, wrong.length - Math.floor(calls * (1 - MEANT_AT_LEAST))))).toEqual([]);
    expect(system.door.planted.size).toBeGreaterThan(calls / 2);
  }, BOUND_MS);

  it('goes through mails and the links in them', async () => {
    const mails = await eventually('somebody was mailed', async () => {
      const found = await Promise.all([world.landlord, world.renter, world.stranger].map(({ user }) => mailTo(system.door, user.email)));
      return found.every((some) => some.length > 0) && found.flat();
    });
    for (const mail of mails) {
      const link = linkIn(mail);
      const token = new URL(link).searchParams.get('token');
      if (token) system.door.planted.set(token, `the link of "${mail.subject}"`);
      await system.door.ask('GET', link);
      if (mail.unsubscribeUrl) await system.door.ask('GET', mail.unsubscribeUrl);
      if (token) await system.door.ask('POST', '/api/auth/verify-email', { body: { token } });
    }
  }, BOUND_MS);

  it('is found where it is let out on purpose, so that looking for it means something', async () => {
    const id = system.door.plant('the id of a request, which is there to be found');
    await system.door.ask('GET', '/api/listings', { headers: { 'x-request-id': id } });
    const lost = new Map([[id, 'control']]);
    await eventually('the control is in the logs and traces', async () => findings(lost, await system.letOut()).length === 2);
    system.door.planted.delete(id);
    const texts = await system.metrics();
    expect(texts.filter((text) => text.includes('process_cpu_seconds_total'))).toHaveLength(form === 'cluster' ? texts.length : 1);
  }, BOUND_MS);

  it('is nowhere in logs, metrics, traces, reported faults and names of queues', async () => {
    expect(findings(system.door.planted, await system.letOut())).toEqual([]);
  }, BOUND_MS);
});
