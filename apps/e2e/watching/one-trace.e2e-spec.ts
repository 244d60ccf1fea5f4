import { randomBytes } from 'node:crypto';
import type { BookingView } from '@bookable/contracts-booking';
import { SmallWorld } from '../src/calls/small-world';
import { eventually } from '../src/eventually';
import { WatchedSystem } from '../src/watching/watched-system';

const FORMS = (process.env['WATCHED_FORMS'] ?? 'standalone').split(',') as ('standalone' | 'cluster')[];
const BOUND_MS = 600_000;

describe.each(FORMS)('a booking in a system that is traced, as %s', (form) => {
  let system: WatchedSystem;

  beforeAll(async () => {
    system = await WatchedSystem.start(form);
  }, BOUND_MS);
  afterAll(() => system.stop(), BOUND_MS);

  it('is one trace, from the door through calls and statements to everybody who is told', async () => {
    const world = await SmallWorld.make(system.door);
    const listingId = await world.listing('apartments');
    const [traceId, callerSpan] = [randomBytes(16).toString('hex'), randomBytes(8).toString('hex')];
    const answer = await world.renter.ask<BookingView>('POST', '/api/bookings', { body: { listingId, ...world.nextNight() }, headers: { traceparent: `00-${traceId}-${callerSpan}-01` } });
    expect(answer.status).toBe(201);

    const { traces } = system;
    const told = (service: string) => traces.of(traceId).find((span) => span.kind === 'consumer' && span.service === service);
    // Each process sends its part when it has gathered it, so that a parent may come after its children.
    const withoutParent = () => traces.of(traceId).filter(({ parentSpanId }) => !traces.of(traceId).some(({ spanId }) => spanId === parentSpanId));
    const isWhole = () => withoutParent().length === 1 && withoutParent()[0]!.service === 'gateway';
    await eventually('whoever is told has been, and every part is there', async () => told('notification') !== undefined && isWhole());
    expect(withoutParent()).toMatchObject([{ service: 'gateway', name: 'POST /api/bookings', parentSpanId: callerSpan, facts: { 'http.response.status_code': 201 } }]);

    const paths = traces.of(traceId).map((span) => traces.pathOf(span).join(' > '));
    const begins = 'gateway: POST /api/bookings > gateway: booking.place-booking > booking: booking.place-booking';
    expect(paths).toContain(begins);
    expect(paths.filter((path) => path.startsWith(`${begins} > booking: batch > `))).not.toEqual([]);
    expect(traces.pathOf(told('notification')!).slice(0, 4)).toEqual([...begins.split(' > '), 'booking: tell booking.booking.requested']);
  }, BOUND_MS);
});
