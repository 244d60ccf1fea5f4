import { Metrics } from './metrics';

const metrics = () => Metrics.create('process', { withProcess: false });

describe('what is measured', () => {
  it('counts HTTP answers by service, route and status', async () => {
    const all = metrics();
    all.forService('gateway').httpAnswered({ method: 'GET', route: '/api/listings/:id', status: 200, seconds: 0.003 });
    expect((await all.collect()).text).toContain('bookable_http_request_duration_seconds_count{service="gateway",method="GET",route="/api/listings/:id",status="200"} 1');
  });

  it('counts calls, answers and facts by topic and outcome', async () => {
    const all = metrics();
    all.forService('booking').rpcCalled('catalog.get-listing', 'answered', 0.001);
    all.rpcServed('booking.place-booking', 'refused', 0.002);
    all.eventHandled('booking', 'catalog.listing.changed', 'retried', 0.01);
    all.deadLettered('booking', 'catalog.listing.changed');
    all.rpcRefused('booking.place-booking', 'slot-taken');
    const { text } = await all.collect();
    expect(text).toContain('bookable_rpc_call_duration_seconds_count{service="booking",topic="catalog.get-listing",outcome="answered"} 1');
    expect(text).toContain('bookable_rpc_serve_duration_seconds_count{service="booking",topic="booking.place-booking",outcome="refused"} 1');
    expect(text).toContain('bookable_event_handle_duration_seconds_count{service="booking",topic="catalog.listing.changed",outcome="retried"} 1');
    expect(text).toContain('bookable_refusals_total{service="booking",topic="booking.place-booking",code="slot-taken"} 1');
    expect(text).toContain('bookable_dead_letters_total{service="booking",topic="catalog.listing.changed"} 1');
  });

  it('reads pools, queues and the outbox when it is collected', async () => {
    const all = metrics();
    const review = all.forService('review');
    let pending = 1;
    review.watchOutbox(async () => ({ pending, ageSeconds: 2.5 }));
    review.watchPool(() => ({ inUse: 3, idle: 1, waiting: 7 }));
    review.watchQueues(async () => [{ service: 'review', queue: 'events', messages: 12 }]);
    pending = 5;
    const { text } = await all.collect();
    expect(text).toContain('bookable_outbox_pending{service="review"} 5');
    expect(text).toContain('bookable_outbox_age_seconds{service="review"} 2.5');
    expect(text).toContain('bookable_database_pool_connections{service="review",state="waiting"} 7');
    expect(text).toContain('bookable_queue_depth{service="review",queue="events"} 12');
  });

  it('counts what a service has of its own, which is told of before it has ever happened', async () => {
    const all = metrics();
    const [first, second] = ['one', 'two'].map((service) => all.forService(service).counter('loaves_total', 'Loaves baked.', 'kind'));
    expect((await all.collect()).text).toContain('# TYPE bookable_loaves_total counter');
    first!('rye');
    first!('rye');
    second!('rye');
    const { text } = await all.collect();
    expect(text).toContain('bookable_loaves_total{service="one",kind="rye"} 2');
    expect(text).toContain('bookable_loaves_total{service="two",kind="rye"} 1');
  });

  it('shows a gauge of a service as it is now, without what is no more', async () => {
    const all = metrics();
    let readings = [{ labels: ['rye'], value: 4 }];
    all.forService('bakery').watchGauge('ovens', 'Ovens that are hot.', ['kind'], async () => readings);
    expect((await all.collect()).text).toContain('bookable_ovens{service="bakery",kind="rye"} 4');
    readings = [{ labels: ['oat'], value: 1 }];
    const { text } = await all.collect();
    expect(text).toContain('bookable_ovens{service="bakery",kind="oat"} 1');
    expect(text).not.toContain('kind="rye"');
  });

  it('counts the losses of the broker', async () => {
    const all = metrics();
    for (const isUp of [true, false, true, false]) all.linkChanged(isUp);
    const { text } = await all.collect();
    expect(text).toContain('bookable_bus_up{service="process"} 0');
    expect(text).toContain('bookable_bus_losses_total{service="process"} 2');
  });

  it('still answers when a reading fails', async () => {
    const all = metrics();
    all.watchOutbox(() => Promise.reject(new Error('the database is away')));
    all.factsRelayed(3, 0.25);
    expect((await all.collect()).text).toContain('bookable_outbox_lag_seconds{service="process"} 0.25');
  });

  it('tells the delay of the event loop of its process', async () => {
    expect((await Metrics.create().collect()).text).toContain('nodejs_eventloop_lag_p99_seconds');
  });
});
