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
    const booking = all.forService('booking');
    booking.rpcCalled({ topic: 'catalog.get-listing', outcome: 'ok', seconds: 0.001 });
    booking.rpcHandled({ topic: 'booking.place-booking', outcome: 'slot-taken', seconds: 0.002 });
    booking.eventHandled({ topic: 'catalog.listing.changed', outcome: 'retry', seconds: 0.01 });
    booking.deadLettered('catalog.listing.changed');
    const { text } = await all.collect();
    expect(text).toContain('bookable_rpc_call_duration_seconds_count{service="booking",topic="catalog.get-listing",outcome="ok"} 1');
    expect(text).toContain('bookable_rpc_handle_duration_seconds_count{service="booking",topic="booking.place-booking",outcome="slot-taken"} 1');
    expect(text).toContain('bookable_event_handle_duration_seconds_count{service="booking",topic="catalog.listing.changed",outcome="retry"} 1');
    expect(text).toContain('bookable_dead_letters_total{service="booking",topic="catalog.listing.changed"} 1');
  });

  it('reads pools, queues and the outbox when it is collected', async () => {
    const all = metrics();
    const review = all.forService('review');
    let pending = 1;
    review.watchOutbox(async () => pending);
    review.watchPool(() => ({ inUse: 3, idle: 1, waiting: 7 }));
    review.watchQueue('review.events', async () => 12);
    pending = 5;
    const { text } = await all.collect();
    expect(text).toContain('bookable_outbox_pending{service="review"} 5');
    expect(text).toContain('bookable_database_pool_connections{service="review",state="waiting"} 7');
    expect(text).toContain('bookable_queue_depth{service="review",queue="review.events"} 12');
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
