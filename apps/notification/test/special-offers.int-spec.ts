import { UserRegistered, type UserFacts } from '@bookable/contracts-auth';
import { ChangePreferences, FindSpecialOffers, SendSpecialOffer } from '@bookable/contracts-notification';
import { Forbidden, newId } from '@bookable/kernel';
import { waitUntil } from '@bookable/platform-testing';
import { aPerson } from './facts';
import { RunningNotification } from './running-notification';

const admin = { userId: newId(), roles: ['admin'] };
const words = { en: { subject: 'Two nights for one', text: 'In November.\nOnly here.' }, ru: { subject: 'Две ночи по цене одной', text: 'В ноябре.' } };

describe('a special offer', () => {
  let service: RunningNotification;
  beforeEach(async () => void (service = await RunningNotification.start()));
  afterEach(() => service.stop());

  const reader = async (differences: Partial<UserFacts> = {}, agrees = true) => {
    const person = aPerson(differences);
    await service.tell(UserRegistered, person);
    if (agrees) await service.ask(ChangePreferences, { preferences: [{ type: 'special-offer', email: true }] }, { userId: person.id, roles: [] });
    return person;
  };
  const ended = (id: string) => waitUntil(async () => (await service.ask(FindSpecialOffers, {}, admin)).items.find((offer) => offer.id === id && offer.endedAt !== null), { that: 'the offer has come to everybody' });
  const subjectsTo = async ({ email }: UserFacts) => (await service.mailsTo(email)).map(({ subject }) => subject);

  it('is mailed once to each who agreed and has a confirmed address, in their language, and to nobody else', async () => {
    const [english, russian, silent, unconfirmed] = [await reader(), await reader({ locale: 'ru' }), await reader({}, false), await reader({ emailVerified: false })];
    const replica = await service.replica();
    const { id } = await service.ask(SendSpecialOffer, words, admin);
    expect(await ended(id)).toMatchObject({ subject: 'Two nights for one', sentTo: 2 });
    await waitUntil(async () => (await subjectsTo(english)).length + (await subjectsTo(russian)).length === 2, { that: 'both are mailed' });
    expect([await subjectsTo(english), await subjectsTo(russian)]).toEqual([['Two nights for one'], ['Две ночи по цене одной']]);
    expect([await subjectsTo(silent), await subjectsTo(unconfirmed)]).toEqual([[], []]);
    expect(await service.shownTo(english)).toEqual([]);
    expect((await service.mailsTo(english.email))[0]).toMatchObject({ text: expect.stringContaining('In November.\nOnly here.'), unsubscribeUrl: expect.stringContaining('/unsubscribe/') });
    await replica.stop();
  });

  it('goes on where it stood when whoever mailed it died, over more people than go at once', async () => {
    await service.rows(`
      INSERT INTO person (id, version, email, name, locale, email_verified) SELECT gen_random_uuid(), 1, 'many' || n || '@imported.invalid', 'Many', 'en', true FROM generate_series(1, 450) n`);
    await service.rows("INSERT INTO preference (person_id, type, email) SELECT id, 'special-offer', true FROM person");
    await service.rows(`
      CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN IF NEW.sent_to > 200 THEN RAISE EXCEPTION ''died''; END IF; RETURN NEW; END';
      CREATE TRIGGER dies BEFORE UPDATE ON special_offer FOR EACH ROW EXECUTE FUNCTION die()`);
    const { id } = await service.ask(SendSpecialOffer, words, admin);
    await waitUntil(async () => (await service.rows('SELECT 1 FROM special_offer WHERE sent_to = 200')).length === 1, { that: 'the first are told' });
    await service.rows('DROP TRIGGER dies ON special_offer');
    expect(await ended(id)).toMatchObject({ sentTo: 450 });
    expect(await service.rows('SELECT count(*)::int AS all, count(DISTINCT person_id)::int AS people FROM delivery')).toEqual([{ all: 450, people: 450 }]);
  });

  it('is made by administrators alone', async () => {
    await expect(service.ask(SendSpecialOffer, words, { userId: newId(), roles: ['landlord'] })).rejects.toMatchObject({ problem: Forbidden });
    await expect(service.ask(FindSpecialOffers, {}, { userId: newId(), roles: ['renter'] })).rejects.toMatchObject({ problem: Forbidden });
  });
});
