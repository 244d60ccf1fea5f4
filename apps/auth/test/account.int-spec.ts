import { readFileSync } from 'node:fs';
import {
  ChangeAvatar, DeleteUser, GetOwnUser, GetProfile, GetUserFacts, RefreshSession, RegisterUser, SessionEnded, SignIn, UpdateUser, UserChanged, UserDeleted,
} from '@bookable/contracts-auth';
import { RatingChanged } from '@bookable/contracts-review';
import { newId } from '@bookable/kernel';
import { openStorage, readStorageConfig, type Storage } from '@bookable/platform-storage';
import { waitUntil } from '@bookable/platform-testing';
import sharp from 'sharp';
import { factHeard, factsHeard } from './heard-facts';
import { A_PASSWORD, aNewcomer, aUser, actorOf } from './people';
import { RunningAuth } from './running-auth';

describe('an account', () => {
  let auth: RunningAuth;
  let storage: Storage;
  beforeAll(async () => {
    auth = await RunningAuth.start();
    storage = await openStorage(readStorageConfig(auth.env));
  });
  afterAll(() => auth.stop());

  const forbidden = { problem: { code: 'forbidden' } };

  async function anUpload(bytes?: Buffer): Promise<string> {
    const uploadKey = `incoming/${newId()}`;
    const picture = bytes ?? (await sharp({ create: { width: 900, height: 600, channels: 3, background: 'teal' } }).jpeg().withExif({ IFD0: { Copyright: 'canary' } }).toBuffer());
    await storage.put(uploadKey, picture, { contentType: 'image/jpeg' });
    return uploadKey;
  }

  it('is shown to its owner with everything and to others without e-mail and phone', async () => {
    const signedIn = await aUser(auth);
    const { user } = signedIn;
    const actor = actorOf(signedIn);
    await auth.ask(UpdateUser, { userId: user.id, phone: '+49301234567', about: ' Likes harbours. ' }, { actor });
    expect(await auth.ask(GetOwnUser, {}, { actor })).toEqual({ ...user, phone: '+49301234567', about: 'Likes harbours.' });
    expect(await auth.ask(GetProfile, { userId: user.id })).toEqual({
      id: user.id, name: user.name, avatarUrl: null, createdAt: user.createdAt, roles: ['renter'], about: 'Likes harbours.',
    });
    await expect(auth.ask(GetProfile, { userId: newId() })).rejects.toMatchObject({ problem: { code: 'not-found' } });
  });

  it('is changed by its owner only, and whoever keeps a copy is told the whole of it', async () => {
    const [owner, stranger] = await Promise.all([aUser(auth), aUser(auth)]);
    const change = { userId: owner.user.id, name: 'New\u0000 Name', locale: 'ru', landlord: true } as const;
    const strangerIsAdmin = { ...actorOf(stranger), roles: ['renter', 'admin'] };
    await expect(auth.ask(UpdateUser, change, { actor: strangerIsAdmin })).rejects.toMatchObject(forbidden);
    await expect(auth.ask(UpdateUser, change)).rejects.toMatchObject({ problem: { code: 'unauthenticated' } });
    const changed = await auth.ask(UpdateUser, change, { actor: actorOf(owner) });
    expect(changed).toMatchObject({ name: 'New Name', locale: 'ru', roles: ['renter', 'landlord'] });
    expect(await factHeard(UserChanged, { id: owner.user.id })).toMatchObject({ name: 'New Name', locale: 'ru', roles: ['renter', 'landlord'], version: 2 });
  });

  it('tells nobody of a change that changes nothing', async () => {
    const signedIn = await aUser(auth);
    const change = { userId: signedIn.user.id, name: 'Once Only', phone: '' };
    await auth.ask(UpdateUser, change, { actor: actorOf(signedIn) });
    await auth.ask(UpdateUser, change, { actor: actorOf(signedIn) });
    const facts = await auth.ask(GetUserFacts, { id: signedIn.user.id });
    expect(facts.version).toBe(2);
    expect(await auth.ask(GetUserFacts, { email: signedIn.user.email.toUpperCase() })).toEqual(facts);
  });

  it('keeps every one of many changes at once, each with a version of its own', async () => {
    const signedIn = await aUser(auth);
    const names = Array.from({ length: 6 }, (_, number) => `Name ${number}`);
    await Promise.all(names.map((name) => auth.ask(UpdateUser, { userId: signedIn.user.id, name }, { actor: actorOf(signedIn) })));
    await factHeard(UserChanged, { id: signedIn.user.id }, 6);
    const told = factsHeard(UserChanged, { id: signedIn.user.id });
    expect(told.map(({ version }) => version)).toEqual([2, 3, 4, 5, 6, 7]);
    expect((await auth.ask(GetProfile, { userId: signedIn.user.id })).name).toBe(told.at(-1)!.name);
  });

  it('refuses a name of which nothing can be seen', async () => {
    const signedIn = await aUser(auth);
    const nothing = '\u200b\u2060\u3164 \u202e';
    await expect(auth.ask(UpdateUser, { userId: signedIn.user.id, name: nothing }, { actor: actorOf(signedIn) })).rejects.toMatchObject({ problem: { code: 'unusable-name' } });
    await expect(auth.ask(RegisterUser, aNewcomer({ name: nothing }))).rejects.toMatchObject({ problem: { code: 'unusable-name' } });
  });

  it('wears an avatar: re-encoded, small, without metadata; the upload and the one before are gone', async () => {
    const signedIn = await aUser(auth);
    const actor = actorOf(signedIn);
    const userId = signedIn.user.id;
    const first = await auth.ask(ChangeAvatar, { userId, uploadKey: await anUpload() }, { actor });
    const uploadKey = await anUpload();
    const second = await auth.ask(ChangeAvatar, { userId, uploadKey }, { actor });
    expect(second.avatarUrl).toMatch(new RegExp(`^/media/avatars/${userId}/[0-9a-f-]{36}\\.webp$`));
    expect(await storage.exists(uploadKey)).toBe(false);
    expect(await storage.exists(first.avatarUrl!.replace('/media/', ''))).toBe(false);
    const file = readFileSync(`${readStorageConfig(auth.env).mediaFolder}/${second.avatarUrl!.replace('/media/', '')}`);
    expect(file.includes('canary')).toBe(false);
    expect(await sharp(file).metadata()).toMatchObject({ format: 'webp', width: 320 });
    expect(await factHeard(UserChanged, { id: userId }, 2)).toMatchObject({ avatarUrl: second.avatarUrl });
  });

  it('takes no avatar that is no picture, was not uploaded, or comes from somebody else', async () => {
    const signedIn = await aUser(auth);
    const actor = actorOf(signedIn);
    const userId = signedIn.user.id;
    const wear = (uploadKey: string) => auth.ask(ChangeAvatar, { userId, uploadKey }, { actor });
    await expect(wear(await anUpload(Buffer.from('<svg onload="alert(1)"/>')))).rejects.toMatchObject({ problem: { code: 'unsupported-image' } });
    await expect(wear(`incoming/${newId()}`)).rejects.toMatchObject({ problem: { code: 'not-found' } });
    for (const key of ['avatars/somebody.webp', 'incoming/../avatars/x', '/etc/passwd']) await expect(wear(key)).rejects.toMatchObject({ problem: { code: 'malformed' } });
    const uploadKey = await anUpload();
    await expect(auth.ask(ChangeAvatar, { userId: newId(), uploadKey }, { actor })).rejects.toMatchObject(forbidden);
    expect((await auth.ask(GetOwnUser, {}, { actor })).avatarUrl).toBeNull();
  });

  it('carries the newest rating, however late or often it is told', async () => {
    const { user } = await aUser(auth);
    const rate = (version: number, average: number | null, count: number) =>
      auth.platform.bus.publisher.publish([
        {
          messageId: newId(), topic: RatingChanged.topic, aggregateId: user.id, occurredAt: new Date().toISOString(), requestId: newId(),
          payload: JSON.stringify({ subject: 'user', subjectId: user.id, average, count, histogram: [0, 0, 0, 0, count], version }),
        },
      ]);
    await rate(2, 4.67, 3);
    await rate(1, 5, 1);
    expect((await auth.ask(GetProfile, { userId: user.id })).rating).toEqual({ average: 4.67, count: 3 });
    await rate(3, null, 0);
    expect(await auth.ask(GetProfile, { userId: user.id })).not.toHaveProperty('rating');
  });

  it('leaves nothing behind when it is deleted, and its address is free again', async () => {
    const newcomer = aNewcomer({ name: 'Canary Bird', clientAddress: '203.0.113.9', userAgent: 'Canary/1' });
    const signedIn = await auth.ask(RegisterUser, newcomer, { idempotencyKey: newId() });
    const actor = actorOf(signedIn);
    const userId = signedIn.user.id;
    const { avatarUrl } = await auth.ask(ChangeAvatar, { userId, uploadKey: await anUpload() }, { actor });
    await auth.ask(SignIn, { email: newcomer.email, password: A_PASSWORD, clientAddress: '203.0.113.9' });
    await expect(auth.ask(SignIn, { email: newcomer.email, password: 'wrong' })).rejects.toBeDefined();
    await expect(auth.ask(DeleteUser, { userId }, { actor: actorOf(await aUser(auth)) })).rejects.toMatchObject(forbidden);
    await auth.ask(DeleteUser, { userId }, { actor });
    await auth.ask(DeleteUser, { userId }, { actor });
    expect(await factHeard(UserDeleted, { id: userId })).toEqual({ id: userId, version: 3 });
    expect(await factHeard(SessionEnded, { userId })).toEqual({ userId, endedAt: expect.any(String) });
    expect(factsHeard(UserDeleted, { id: userId })).toHaveLength(1);
    await expect(auth.ask(RefreshSession, { refreshToken: signedIn.refreshToken })).rejects.toMatchObject({ problem: { code: 'session-over' } });
    await expect(auth.ask(GetOwnUser, {}, { actor })).rejects.toMatchObject({ problem: { code: 'unauthenticated' } });
    await expect(auth.ask(GetUserFacts, { id: userId })).rejects.toMatchObject({ problem: { code: 'not-found' } });
    expect(await storage.exists(avatarUrl!.replace('/media/', ''))).toBe(false);
    expect(await tracesOf(/canary|203\.0\.113\.9/i)).toEqual([]);
    await expect(auth.ask(RegisterUser, newcomer)).resolves.toBeDefined();
  });

  /** The tables of the service in which a text is found; the outbox empties itself a moment after it was relayed. */
  async function tracesOf(text: RegExp): Promise<string[]> {
    const tables = await auth.rows<{ name: string }>(`SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'auth'`);
    await waitUntil(async () => (await auth.rows('SELECT 1 FROM outbox')).length === 0, { that: 'the outbox is empty' });
    const traces: string[] = [];
    for (const { name } of tables) {
      if (text.test(JSON.stringify(await auth.rows(`SELECT * FROM ${name}`)))) traces.push(name);
    }
    return traces;
  }
});
