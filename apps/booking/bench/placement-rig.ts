import 'reflect-metadata';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PlaceBooking } from '@bookable/contracts-booking';
import { DomainError, addDays, dayAt, newId } from '@bookable/kernel';
import { InProcessBus } from '@bookable/platform-bus';
import { runInContext } from '@bookable/platform-context';
import { EmbeddedPostgres } from '@bookable/platform-embedded-postgres';
import { HealthChecks, Metrics } from '@bookable/platform-health';
import { Logger } from '@bookable/platform-logging';
import { startService } from '@bookable/platform-runtime';
import { Client } from 'pg';
import { bookingService } from '../src/booking.module';
import { createFloorFunctions } from './floor-functions';
import { seed } from './seed';

const RESOURCES = 10_000;
/** Behind every night that was seeded. */
const FIRST_NIGHT = 10;

/** What is to be measured: nights nobody has booked, places of one resource that never run out, or a night that is taken. */
interface Question {
  readonly what: 'spread' | 'hot' | 'race';
  readonly clients: number;
  readonly seconds: number;
}

/** The booking service alone, with nothing between whoever asks and its handlers but the bus of one process. */
class PlacementRig {
  private turn = 0;
  private round = 0;

  constructor(
    private readonly bus: InProcessBus,
    private readonly hotId: string,
    private readonly resourceIds: readonly string[],
  ) {}

  /** Attempts per second, placed or refused as it has to be; whatever else happens is a fault. */
  async measure({ what, clients, seconds }: Question): Promise<number> {
    this.round += 1;
    const startedMs = performance.now();
    const endMs = startedMs + seconds * 1_000;
    let attempts = 0;
    const client = async (): Promise<void> => {
      for (; performance.now() < endMs; attempts += 1) await this.attempt(what);
    };
    await Promise.all(Array.from({ length: clients }, client));
    return attempts / ((performance.now() - startedMs) / 1_000);
  }

  private async attempt(what: Question['what']): Promise<void> {
    const { listingId, night } = this.wish(what);
    const [from, to] = [night, night + 1].map((ahead) => addDays(dayAt(Date.now(), 'Europe/Riga'), FIRST_NIGHT + ahead));
    const context = { requestId: newId(), actor: { userId: newId(), roles: ['renter'] } };
    try {
      await runInContext(context, () => this.bus.bus.request(PlaceBooking, { listingId, from: from!, to: to! }));
    } catch (error) {
      if (what !== 'race' || !(error instanceof DomainError) || error.problem.code !== 'slot-taken') throw error;
    }
  }

  private wish(what: Question['what']): { readonly listingId: string; readonly night: number } {
    // Each round has a night of its own, so that none pays for the guests of the rounds before.
    if (what === 'hot') return { listingId: this.hotId, night: this.round };
    if (what === 'race') return { listingId: this.resourceIds[0]!, night: 300 };
    const turn = this.turn++;
    return { listingId: this.resourceIds[1 + (turn % (this.resourceIds.length - 1))]!, night: Math.floor(turn / (this.resourceIds.length - 1)) };
  }
}

async function start(bookings: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bookable-rig-'));
  const server = await EmbeddedPostgres.start({ folder, isDurable: true });
  const bus = new InProcessBus({ services: ['booking'], maxConcurrentCalls: 1_000 });
  const platform = { bus, logger: Logger.create({ level: 'error' }), metrics: Metrics.create('bench', { withProcess: false }), health: new HealthChecks() };
  const service = await startService(bookingService, { DATABASE_URL: server.url, DATA_DIR: folder }, platform);
  const client = new Client({ connectionString: server.url, options: '-c search_path=booking,extensions,public' });
  await client.connect();
  await seed(client, RESOURCES, bookings);
  await createFloorFunctions(client);
  const { rows } = await client.query<{ id: string; capacity: number }>('SELECT id, capacity FROM resource ORDER BY capacity DESC');
  const [hot, hotOfFloor] = rows.map(({ id }) => id);
  const rig = new PlacementRig(bus, hot!, rows.filter(({ capacity }) => capacity === 1).map(({ id }) => id));
  process.on('message', (question: Question) => {
    rig.measure(question).then((perSecond) => process.send?.({ perSecond }), (error: unknown) => process.send?.({ fault: String(error) }));
  });
  process.once('SIGTERM', () => void service.stop().then(() => bus.close()).then(() => client.end()).then(() => server.destroy()).then(() => process.exit(0)));
  process.send?.({ databaseUrl: server.url, hotOfFloor });
}

void start(Number(process.env['BENCH_BOOKINGS']));
