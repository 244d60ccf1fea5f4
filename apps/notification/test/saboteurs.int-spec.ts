import { EmailVerificationRequested } from '@bookable/contracts-auth';
import { BookingRequested } from '@bookable/contracts-booking';
import { waitUntil } from '@bookable/platform-testing';
import { aBooking, aMailLink, aPerson } from './facts';
import { RunningNotification } from './running-notification';
import { API_KEY, SendGridServer } from './send-grid-server';

/** The controls of the promises: with a guard taken away, what the other tests count must come out wrong. */
describe('without its guards', () => {
  let provider: SendGridServer;
  let service: RunningNotification;
  beforeAll(async () => {
    provider = await SendGridServer.start();
    service = await RunningNotification.start({ SENDGRID_API_KEY: API_KEY, SENDGRID_BASE_URL: provider.url }, { hasShortener: false });
  });
  afterAll(async () => {
    await service.stop();
    await provider.stop();
  });

  it('the same fact is told twice', async () => {
    await service.rows('ALTER TABLE notification DROP CONSTRAINT notification_tells_a_fact_once');
    await service.rows('ALTER TABLE delivery DROP CONSTRAINT delivery_tells_a_fact_once');
    const [owner, renter] = [aPerson(), aPerson()];
    const booking = aBooking(renter, owner);
    await service.tell(BookingRequested, booking);
    await service.tell(BookingRequested, booking);
    expect(await service.shownTo(owner)).toHaveLength(2);
    await waitUntil(() => provider.messages.length === 4, { that: 'both are told twice by mail' });
  });

  const timesSentTo = (people: readonly { readonly email: string }[]) =>
    people.map(({ email }) => provider.messages.filter((message) => message.personalizations[0]!.to[0]!.email === email).length);

  it('a delivery without a lease is sent by several replicas', async () => {
    await service.rows("CREATE FUNCTION forget_lease() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.due_at := now(); RETURN NEW; END'");
    await service.rows("CREATE TRIGGER no_lease BEFORE UPDATE ON delivery FOR EACH ROW WHEN (NEW.state = 'waiting') EXECUTE FUNCTION forget_lease()");
    // Longer in hand than the other replica takes from one look to the next.
    provider.pauseMs = 1_500;
    const replica = await service.replica({ SENDGRID_API_KEY: API_KEY, SENDGRID_BASE_URL: provider.url });
    const people = Array.from({ length: 60 }, () => aPerson());
    await Promise.all(people.map((person) => service.tell(EmailVerificationRequested, aMailLink(person))));
    await waitUntil(() => Math.max(...timesSentTo(people)) > 1, { that: 'somebody is written to twice' });
    provider.pauseMs = 0;
    await waitUntil(async () => (await service.rows("SELECT 1 FROM delivery WHERE state = 'waiting'")).length === 0, { that: 'nothing waits to be sent' });
    await replica.stop();
  });
});
