import { UserDeleted } from '@bookable/contracts-auth';
import {
  ChangeLink, CreateLink, type CreateLinkRequest, CreatePlatformLink, ExpiryInThePast, FindLinks, GetLinkStats, LinkExpired, RecordClicks, RemoveLink, ResolveLink, SlugNotAllowed, SlugTaken,
  UrlNotAllowed,
} from '@bookable/contracts-url-shortener';
import { Forbidden, IdempotencyKeyReused, NotFound, Unauthenticated, newId } from '@bookable/kernel';
import { StandingClock, anActor } from '@bookable/platform-testing';
import { type Caller, PUBLIC_URL, RunningShortener } from './running-shortener';

const url = 'https://example.com/page';
const at = '2026-11-21T10:00:00.000Z';

describe('short links', () => {
  const clock = new StandingClock('2026-11-21T09:00:00.000Z');
  let shortener: RunningShortener;
  beforeAll(async () => void (shortener = await RunningShortener.start(clock)));
  afterAll(() => shortener.stop());

  const ann = { actor: anActor() };
  const bob = { actor: anActor() };
  const create = (request: Partial<CreateLinkRequest> = {}, caller: Caller = ann) => shortener.ask(CreateLink, { url, ...request }, caller);
  const refusal = (problem: object) => expect.objectContaining({ problem });

  it('lead where their maker said, in the spelling browsers give it', async () => {
    const link = await create({ url: 'HTTPS://Example.com/a b' });
    expect(link).toEqual({ code: expect.stringMatching(/^\w{10}$/), shortUrl: `${PUBLIC_URL}/s/${link.code}`, url: 'https://example.com/a%20b', expiresAt: null });
    expect(await shortener.ask(ResolveLink, { code: link.code })).toEqual({ url: link.url, expiresAt: null });
  });

  it('are made by people who are signed in', async () => {
    await expect(create({}, {})).rejects.toEqual(refusal(Unauthenticated));
  });

  it('are not made to addresses that are not public', async () => {
    await expect(create({ url: 'http://169.254.169.254/latest' })).rejects.toMatchObject({ problem: UrlNotAllowed, facts: { reason: 'private' } });
    await expect(create({ url: `${PUBLIC_URL}/s/abc` })).rejects.toMatchObject({ problem: UrlNotAllowed, facts: { reason: 'short-link' } });
  });

  it('are unknown until they are made, and one spelling of a code is no other', async () => {
    await create({ slug: 'Spring-Sale' });
    await expect(shortener.ask(ResolveLink, { code: 'nothing' })).rejects.toEqual(refusal(NotFound));
    await expect(shortener.ask(ResolveLink, { code: 'spring-sale' })).rejects.toEqual(refusal(NotFound));
  });

  it('take a slug that is free, and no other', async () => {
    expect(await create({ slug: 'Summer-2027' })).toMatchObject({ code: 'Summer-2027', shortUrl: `${PUBLIC_URL}/s/Summer-2027` });
    await expect(create({ slug: 'Summer-2027' }, bob)).rejects.toEqual(refusal(SlugTaken));
    await expect(create({ slug: 'summer-2027' }, bob)).rejects.toEqual(refusal(SlugTaken));
    await expect(create({ slug: 'summer 2027' })).rejects.toEqual(refusal(SlugNotAllowed));
  });

  it('give a slug to one of many who want it at once', async () => {
    const tries = await Promise.allSettled(Array.from({ length: 20 }, () => create({ slug: 'first-come' })));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const attempt of tries) if (attempt.status === 'rejected') expect(attempt.reason).toEqual(refusal(SlugTaken));
  });

  it('are made once for one idempotency key', async () => {
    const caller = { ...ann, idempotencyKey: newId() };
    const links = await Promise.all([create({}, caller), create({}, caller), create({}, caller)]);
    expect(new Set(links.map(({ code }) => code)).size).toBe(1);
    await expect(create({ url: 'https://example.org/' }, caller)).rejects.toEqual(refusal(IdempotencyKeyReused));
  });

  it('work until they expire and are gone from then on', async () => {
    await expect(create({ expiresAt: clock.now().toISOString() })).rejects.toEqual(refusal(ExpiryInThePast));
    const { code } = await create({ expiresAt: '2026-11-21T13:00:00+03:00' });
    clock.time = new Date('2026-11-21T09:59:59.999Z');
    expect(await shortener.ask(ResolveLink, { code })).toEqual({ url, expiresAt: at });
    clock.time = new Date(at);
    await expect(shortener.ask(ResolveLink, { code })).rejects.toEqual(refusal(LinkExpired));
  });

  it('of the platform are the same for the same address and purpose, and made for nobody else', async () => {
    const request = { url: `${PUBLIC_URL}/bookings/1`, purpose: 'mail' };
    const links = await Promise.all(Array.from({ length: 10 }, () => shortener.ask(CreatePlatformLink, request)));
    expect(new Set(links.map(({ code }) => code)).size).toBe(1);
    expect(await shortener.ask(CreatePlatformLink, { ...request, purpose: 'post' })).not.toEqual(links[0]);
    await expect(shortener.ask(CreatePlatformLink, request, ann)).rejects.toEqual(refusal(Forbidden));
  });

  it('count every batch of clicks once, by day and by where they came from, robots apart', async () => {
    const { code } = await create();
    const click = { code, at, language: 'en-GB,en;q=0.9', referrer: 'https://news.example/story', userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0' };
    const batch = { batchId: newId(), clicks: [click, click, { ...click, referrer: undefined, language: 'de' }, { ...click, userAgent: 'Googlebot/2.1' }, { ...click, code: 'unknown' }] };
    await Promise.all([shortener.ask(RecordClicks, batch), shortener.ask(RecordClicks, batch)]);
    await shortener.ask(RecordClicks, batch);
    await shortener.ask(RecordClicks, { batchId: newId(), clicks: [{ ...click, at: '2026-11-22T00:00:00Z' }] });
    expect(await shortener.ask(GetLinkStats, { code }, ann)).toEqual({
      clicks: 4,
      botClicks: 1,
      byDay: [{ day: '2026-11-21', clicks: 3 }, { day: '2026-11-22', clicks: 1 }],
      referrers: [{ host: 'news.example', clicks: 3 }, { host: '', clicks: 1 }],
      countries: [{ country: 'GB', clicks: 3 }, { country: null, clicks: 1 }],
    });
  });

  it('lose no click when many batches arrive at once', async () => {
    const codes = await Promise.all(Array.from({ length: 5 }, async () => (await create()).code));
    const clicks = codes.flatMap((code) => [{ code, at, userAgent: 'Mozilla/5.0 (X11; Linux) Firefox/133.0' }, { code, at, userAgent: 'curl/8' }]);
    await Promise.all(Array.from({ length: 40 }, (_, turn) => shortener.ask(RecordClicks, { batchId: newId(), clicks: turn % 2 ? clicks : [...clicks].reverse() })));
    for (const code of codes) expect(await shortener.ask(GetLinkStats, { code }, ann)).toMatchObject({ clicks: 40, botClicks: 40 });
  });

  it('do not let visitors fill the table with hosts they made up', async () => {
    const { code } = await create();
    const clicksFrom = (from: number, to: number) => Array.from({ length: to - from }, (_, turn) => ({ code, at, referrer: `https://host${from + turn}.example/`, userAgent: 'Mozilla/5.0 Firefox/133.0' }));
    await shortener.ask(RecordClicks, { batchId: newId(), clicks: clicksFrom(0, 1_000) });
    await shortener.ask(RecordClicks, { batchId: newId(), clicks: [...clicksFrom(998, 1_002), ...clicksFrom(999, 1_000)] });
    const { clicks, referrers } = await shortener.ask(GetLinkStats, { code }, ann);
    expect(clicks).toBe(1_005);
    expect(referrers.slice(0, 3)).toEqual([{ host: 'host999.example', clicks: 3 }, { host: '', clicks: 2 }, { host: 'host998.example', clicks: 2 }]);
  });

  it('show their clicks to nobody but their owner', async () => {
    const { code } = await create();
    expect(await shortener.ask(GetLinkStats, { code }, ann)).toEqual({ clicks: 0, botClicks: 0, byDay: [], referrers: [], countries: [] });
    await expect(shortener.ask(GetLinkStats, { code }, bob)).rejects.toEqual(refusal(NotFound));
    await expect(shortener.ask(GetLinkStats, { code })).rejects.toEqual(refusal(Unauthenticated));
  });

  it('lead elsewhere when their owner says so, and are nobody else\'s to change', async () => {
    const { code } = await create();
    const change = (request: object, caller: Caller = ann) => shortener.ask(ChangeLink, { code, ...request }, caller);
    expect(await change({ url: 'https://example.org/other' })).toMatchObject({ code, url: 'https://example.org/other', expiresAt: null });
    expect(await change({ expiresAt: '2099-01-01T00:00:00Z' })).toMatchObject({ url: 'https://example.org/other', expiresAt: '2099-01-01T00:00:00.000Z' });
    expect(await change({ expiresAt: null })).toMatchObject({ expiresAt: null });
    expect(await shortener.ask(ResolveLink, { code })).toEqual({ url: 'https://example.org/other', expiresAt: null });
    await expect(change({ url: 'http://127.0.0.1/' })).rejects.toEqual(expect.objectContaining({ problem: UrlNotAllowed }));
    await expect(change({ expiresAt: '2020-01-01T00:00:00Z' })).rejects.toEqual(refusal(ExpiryInThePast));
    await expect(change({ url }, bob)).rejects.toEqual(refusal(NotFound));
    await expect(change({ url }, {})).rejects.toEqual(refusal(Unauthenticated));
  });

  it('are gone once they are removed, and their code is never given again', async () => {
    const { code } = await create({ slug: 'only-once' });
    await shortener.ask(RecordClicks, { batchId: newId(), clicks: [{ code, at }] });
    await expect(shortener.ask(RemoveLink, { code }, bob)).rejects.toEqual(refusal(NotFound));
    await Promise.all([1, 2, 3].map(() => shortener.ask(RemoveLink, { code }, ann)));
    await shortener.ask(RecordClicks, { batchId: newId(), clicks: [{ code, at }] });
    await expect(shortener.ask(ResolveLink, { code })).rejects.toEqual(refusal(LinkExpired));
    await expect(create({ slug: 'Only-Once' }, bob)).rejects.toEqual(refusal(SlugTaken));
    await expect(shortener.ask(ChangeLink, { code, url }, ann)).rejects.toEqual(refusal(NotFound));
    await expect(shortener.ask(GetLinkStats, { code }, ann)).rejects.toEqual(refusal(NotFound));
  });

  it('are listed to their owner, newest first, page by page, without those that were removed', async () => {
    const owner = { actor: anActor() };
    const codes: string[] = [];
    for (let turn = 0; turn < 5; turn += 1) codes.unshift((await create({}, owner)).code);
    await shortener.ask(RemoveLink, { code: codes[2]! }, owner);
    const listed: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await shortener.ask(FindLinks, { limit: 2, cursor }, owner);
      listed.push(...page.items.map(({ code }) => code));
      cursor = page.nextCursor;
    }
    expect(listed).toEqual([codes[0], codes[1], codes[3], codes[4]]);
    await expect(shortener.ask(FindLinks, {})).rejects.toEqual(refusal(Unauthenticated));
  });

  it('vanish with their owner', async () => {
    const leaver = { actor: anActor() };
    const { code } = await create({}, leaver);
    const stays = await create({}, bob);
    await shortener.ask(RecordClicks, { batchId: newId(), clicks: [{ code, at }] });
    await shortener.tell(UserDeleted.topic, leaver.actor.userId, { id: leaver.actor.userId, version: 2 });
    await expect(shortener.ask(ResolveLink, { code })).rejects.toEqual(refusal(LinkExpired));
    await expect(create({ slug: code }, bob)).rejects.toEqual(refusal(SlugTaken));
    expect(await shortener.ask(ResolveLink, { code: stays.code })).toMatchObject({ url });
  });
});
