import { type KeyObject, generateKeyPairSync, sign } from 'node:crypto';
import { UserChanged, UserDeleted, type UserFacts } from '@bookable/contracts-auth';
import { BookingRequested } from '@bookable/contracts-booking';
import { type DeadAddressView, FindDeadAddresses, ReviveAddress, TakeMailEvents, UnsignedMailEvents } from '@bookable/contracts-notification';
import { Forbidden, Malformed, NotFound, newId } from '@bookable/kernel';
import { waitUntil } from '@bookable/platform-testing';
import { aBooking, aPerson } from './facts';
import { RunningNotification } from './running-notification';

const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
const stranger = generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey;
const admin = { userId: newId(), roles: ['admin'] };
const now = () => Math.floor(Date.now() / 1_000);

describe('what SendGrid tells of mails', () => {
  let service: RunningNotification;
  beforeAll(async () => void (service = await RunningNotification.start({ SENDGRID_WEBHOOK_PUBLIC_KEY: publicKey.export({ format: 'der', type: 'spki' }).toString('base64') })));
  afterAll(() => service.stop());

  const tellText = (body: string, { key = privateKey, at = now(), told = body }: { key?: KeyObject; at?: number; told?: string } = {}) => {
    const timestamp = String(at);
    return service.ask(TakeMailEvents, { body: told, timestamp, signature: sign('sha256', Buffer.from(timestamp + body), key).toString('base64') });
  };
  const tell = (...events: object[]) => tellText(JSON.stringify(events));
  const bounce = (email: string, more = {}) => ({ email, event: 'bounce', type: 'bounce', reason: '550 no such user', sg_event_id: newId(), ...more });
  const dead = async (address: string): Promise<DeadAddressView | undefined> => (await service.ask(FindDeadAddresses, { address }, admin)).items[0];
  const state = async (owner: UserFacts) => {
    await service.tell(BookingRequested, aBooking(aPerson({ email: 'elsewhere@imported.invalid' }), owner));
    return waitUntil(async () => {
      const [row] = await service.rows<{ state: string; reason: string | null; address: string }>('SELECT state, reason, address FROM delivery WHERE person_id = $1 ORDER BY id DESC LIMIT 1', [owner.id]);
      return row?.state !== 'waiting' && row;
    });
  };

  it('is believed where it is signed, by the right key, of these very letters, and now', async () => {
    const { email } = aPerson();
    const body = JSON.stringify([bounce(email)]);
    for (const fault of [{ key: stranger }, { told: body.replace(email, 'other@mail.example') }, { told: `${body} ` }, { at: now() - 700 }, { at: now() + 700 }]) {
      await expect(tellText(body, fault)).rejects.toMatchObject({ problem: UnsignedMailEvents });
    }
    for (const signature of ['', 'nothing', 'MEUCIQ==']) {
      await expect(service.ask(TakeMailEvents, { body, timestamp: String(now()), signature })).rejects.toMatchObject({ problem: UnsignedMailEvents });
    }
    expect(await dead(email)).toBeUndefined();
    await tellText(body);
    expect(await dead(email)).toMatchObject({ address: email, kind: 'bounced', reason: '550 no such user' });
  });

  it('must be a list, of which what makes no sense is passed over', async () => {
    for (const body of ['{}', 'nothing', '"[]"', '']) await expect(tellText(body)).rejects.toMatchObject({ problem: Malformed });
    const { email } = aPerson();
    const senseless = [null, 7, [], {}, bounce('no address'), { ...bounce('a@mail.example'), sg_event_id: undefined }, bounce('b@mail.example', { email: { a: 1 } })];
    await tellText(JSON.stringify([...senseless, bounce(email, { reason: 'no\u0000body' })]));
    expect(await dead(email)).toMatchObject({ reason: 'nobody' });
  });

  it('ends the mails to an address that is not there, in whatever letters it is written, or whose reader complained', async () => {
    const [gone, annoyed, busy] = [aPerson(), aPerson(), aPerson()];
    await tell(bounce(gone.email.toUpperCase()), { ...bounce(annoyed.email), event: 'spamreport', reason: undefined }, bounce(busy.email, { type: 'blocked' }));
    for (const owner of [gone, annoyed]) expect(await state(owner)).toMatchObject({ state: 'skipped', reason: 'nobody is mailed at this address any more' });
    expect(await state(busy)).toMatchObject({ state: 'sent' });
    expect(await dead(annoyed.email)).toMatchObject({ kind: 'complained' });
    expect(await service.shownTo(gone)).toHaveLength(1);
  });

  it('counts once, also where somebody has had the address mailed again since', async () => {
    const owner = aPerson();
    const event = bounce(owner.email);
    await Promise.all(Array.from({ length: 10 }, () => tell(event, event)));
    const { id } = (await dead(owner.email))!;
    await expect(service.ask(ReviveAddress, { id }, { userId: owner.id, roles: ['renter'] })).rejects.toMatchObject({ problem: Forbidden });
    await service.ask(ReviveAddress, { id }, admin);
    await tell(event);
    expect(await state(owner)).toMatchObject({ state: 'sent' });
    await expect(service.ask(ReviveAddress, { id }, admin)).rejects.toMatchObject({ problem: NotFound });
    await tell(bounce(owner.email));
    expect(await state(owner)).toMatchObject({ state: 'skipped' });
  });

  it('does not follow people to another address', async () => {
    const owner = aPerson();
    await tell(bounce(owner.email));
    await service.tell(UserChanged, { ...owner, email: `new-${owner.email}`, version: 2 });
    expect(await state(owner)).toMatchObject({ state: 'sent', address: `new-${owner.email}` });
  });

  it('is forgotten with the person', async () => {
    const owner = aPerson();
    await service.tell(UserChanged, { ...owner, version: 2 });
    await tell(bounce(owner.email));
    await service.tell(UserDeleted, { id: owner.id, version: 3 });
    expect(await dead(owner.email)).toBeUndefined();
  });

  it('is listed page by page, newest first', async () => {
    await tell(...Array.from({ length: 3 }, () => bounce(aPerson().email)));
    const first = await service.ask(FindDeadAddresses, { limit: 2 }, admin);
    const second = await service.ask(FindDeadAddresses, { limit: 100, cursor: first.nextCursor! }, admin);
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort().reverse());
  });

  it('is heard nowhere without a key', async () => {
    const deaf = await RunningNotification.start();
    await expect(deaf.ask(TakeMailEvents, { body: '[]', timestamp: String(now()), signature: '' })).rejects.toMatchObject({ problem: NotFound });
    await deaf.stop();
  });
});
