import { EmailVerificationRequested, PasswordChanged, PasswordResetRequested, RefreshTokenReused, UserChanged, UserDeleted, UserRegistered } from '@bookable/contracts-auth';
import { BookingCancelled, BookingConfirmed, BookingRejected, BookingRequested, CalendarClashed, CalendarLost, CalendarRecovered } from '@bookable/contracts-booking';
import { type SavedSearchMatchedFacts, SavedSearchMatched } from '@bookable/contracts-catalog';
import { CleaningRequested, RoomHeld, StayOverdue } from '@bookable/contracts-hotel-management';
import { FindKeptMails } from '@bookable/contracts-notification';
import { ReviewPublished, UserFollowed } from '@bookable/contracts-review';
import { newId } from '@bookable/kernel';
import { waitUntil } from '@bookable/platform-testing';
import { aBooking, aMailLink, aPerson } from './facts';
import { PUBLIC_URL, RunningNotification, asked, pushed } from './running-notification';

describe('telling people', () => {
  let service: RunningNotification;
  beforeAll(async () => void (service = await RunningNotification.start()));
  afterAll(() => service.stop());

  const mailsTo = (address: string, count: number) =>
    waitUntil(async () => {
      const mails = await service.mailsTo(address);
      return mails.length === count ? mails : undefined;
    }, { that: `${count} mails come to ${address}` });
  const mailTo = async (address: string) => (await mailsTo(address, 1))[0]!;

  const allSent = () => waitUntil(async () => (await service.rows("SELECT 1 FROM delivery WHERE state = 'waiting'")).length === 0, { that: 'nothing waits to be sent' });

  it('of a request reaches owner and renter, each in their language, by mail and in the app', async () => {
    const owner = aPerson({ locale: 'ru', name: 'Olga' });
    const renter = aPerson({ name: 'Rob' });
    const booking = aBooking(renter, owner, { message: 'With <b>two</b> cats' });
    await service.tell(BookingRequested, booking);
    const request = await mailTo(owner.email);
    expect(request).toMatchObject({ to: owner.email, subject: 'Запрос на бронирование: Loft "North"' });
    expect(request.text).toMatch(/Rob хочет забронировать «Loft "North"»/);
    expect(request.text).toMatch(/сб, 27 марта 2027 г. – пн, 29 марта 2027 г./);
    expect(request.text.replace(/\u00a0/g, ' ')).toContain('250,00 €');
    expect(request.text).toContain(`${PUBLIC_URL}/s/abc`);
    expect(request.html).toContain('With &lt;b&gt;two&lt;/b&gt; cats');
    expect(await mailTo(renter.email)).toMatchObject({ subject: 'Your request was sent: Loft "North"' });
    const [notice] = await service.shownTo(owner);
    expect(notice).toMatchObject({ type: 'booking-requested', subject: 'booking', subjectId: booking.id, path: `/bookings/${booking.id}`, readAt: null });
    expect(await service.shownTo(renter)).toEqual([]);
    await waitUntil(() => pushed.some(({ userId, notification }) => userId === owner.id && notification.id === notice!.id), { that: 'it is pushed' });
  });

  it('happens once for a fact, however often and under whatever message ids it comes, also at once', async () => {
    const [owner, renter] = [aPerson(), aPerson()];
    const booking = aBooking(renter, owner);
    const messageId = newId();
    await Promise.all(Array.from({ length: 50 }, (_, time) => service.tell(BookingRequested, booking, time % 2 ? messageId : newId())));
    for (let time = 0; time < 50; time += 1) await service.tell(BookingRequested, booking);
    await mailTo(owner.email);
    await mailTo(renter.email);
    await allSent();
    expect(await service.mailsTo(owner.email)).toHaveLength(1);
    expect(await service.mailsTo(renter.email)).toHaveLength(1);
    expect(await service.shownTo(owner)).toHaveLength(1);
    expect(pushed.filter(({ userId }) => userId === owner.id)).toHaveLength(1);
  });

  it('of a hotel reaches those whose business it is there, once, and by mail where they chose that', async () => {
    const [owner, cleaner, other] = [aPerson({ locale: 'ru' }), aPerson(), aPerson()];
    const room = { id: newId(), hotelId: newId(), hotelName: 'Hotel Astoria', timeZone: 'Europe/Riga', roomId: newId(), roomNumber: '101', version: 1 };
    const overdue = { ...room, readerIds: [owner.id], reservationId: newId(), endsAt: '2027-03-03T10:00:00.000Z' };
    const cleaning = { ...room, id: newId(), readerIds: [owner.id, cleaner.id], cleaningId: newId(), cause: 'request' as const, note: 'Coffee was spilled.' };
    for (let time = 0; time < 2; time += 1) {
      await service.tell(StayOverdue, overdue);
      await service.tell(CleaningRequested, cleaning);
    }
    expect((await mailTo(owner.email)).text).toMatch(/Гость номера 101 не выехал вовремя[^]*3 марта 2027 г. в 12:00/);
    await waitUntil(async () => (await service.shownTo(cleaner)).length > 0);
    await allSent();
    expect((await service.shownTo(owner)).map(({ type }) => type).sort()).toEqual(['hotel-cleaning-due', 'hotel-stay-overdue']);
    expect(await service.shownTo(cleaner)).toMatchObject([
      { text: 'Hotel Astoria: room 101 is to be cleaned. Note: Coffee was spilled.', subject: 'room', subjectId: room.roomId, path: `/hotels/${room.hotelId}/housekeeping` },
    ]);
    expect([await service.shownTo(other), await service.mailsTo(cleaner.email)]).toEqual([[], []]);
  });

  it('leads the desk of a hotel to the line in which a room is held, and names nobody', async () => {
    const [administrator, roomTypeId, hotelId] = [aPerson(), newId(), newId()];
    await service.tell(RoomHeld, {
      id: newId(), hotelId, hotelName: 'Hotel Astoria', timeZone: 'Europe/Riga', entryId: newId(), guestId: newId(), roomTypeId, roomTypeTitle: 'Standard', from: '2027-03-03', to: '2027-03-05',
      until: '2027-03-01T10:00:00.000Z', readerIds: [administrator.id], version: 1,
    });
    expect((await mailTo(administrator.email)).text).toMatch(/held until [^]*12:00/);
    expect(await service.shownTo(administrator)).toMatchObject([{ type: 'hotel-room-held', subject: 'listing', subjectId: roomTypeId, path: `/hotels/${hotelId}/waitlist?roomTypeId=${roomTypeId}` }]);
  });

  it('names the reason of a rejection, and later states are facts of their own', async () => {
    const [owner, renter] = [aPerson(), aPerson()];
    const booking = aBooking(renter, owner);
    await service.tell(BookingRequested, booking);
    await service.tell(BookingRejected, { ...booking, status: 'rejected', action: 'reject', actorId: owner.id, reason: 'Repairs', version: 2 });
    const mails = await mailsTo(renter.email, 2);
    expect(mails.find(({ subject }) => subject.startsWith('Not accepted'))?.text).toContain('Reason: Repairs');
    expect((await service.shownTo(renter)).map(({ type, text }) => [type, text.includes('Repairs')])).toEqual([['booking-rejected', true]]);
  });

  it('knows who did it', async () => {
    const [owner, renter] = [aPerson(), aPerson()];
    await service.tell(BookingConfirmed, aBooking(renter, owner, { status: 'confirmed' }));
    await service.tell(BookingCancelled, aBooking(renter, owner, { status: 'cancelled', actorId: owner.id, version: 3 }));
    expect((await service.shownTo(owner)).map(({ type }) => type)).toEqual(['booking-confirmed']);
    expect((await service.shownTo(renter)).map(({ type }) => type)).toEqual(['booking-cancelled', 'booking-confirmed']);
    expect((await mailTo(owner.email)).subject).toBe('New booking: Loft "North"');
  });

  it('sends links to accounts long and whole, readable in the kept mailbox and forgotten everywhere else', async () => {
    const person = aPerson({ name: 'Win money at evil.example' });
    const link = aMailLink(person);
    await service.tell(EmailVerificationRequested, link);
    const mail = await mailTo(person.email);
    expect(mail.text).toContain(`${PUBLIC_URL}/verify-email?token=${link.token}`);
    expect(mail.text).not.toContain('evil');
    expect(mail.text).toContain('until 1 January 2099');
    const [delivery] = await waitUntil(async () => {
      const rows = await service.rows<{ state: string; row: string }>('SELECT state, delivery::text AS row FROM delivery WHERE person_id = $1', [person.id]);
      return rows[0]?.state === 'sent' ? rows : undefined;
    });
    expect(delivery!.row).not.toContain(link.token);
    expect(await service.shownTo(person)).toEqual([]);
  });

  it('sends every link that was asked for, and each of them once', async () => {
    const person = aPerson();
    const [first, second] = [aMailLink(person), aMailLink(person)];
    for (const link of [first, second, first]) await service.tell(PasswordResetRequested, link);
    await allSent();
    expect((await mailsTo(person.email, 2)).every(({ subject }) => subject === 'Reset your password')).toBe(true);
  });

  it('does not send a link that no longer works', async () => {
    const person = aPerson();
    await service.tell(PasswordResetRequested, aMailLink(person, { expiresAt: '2026-01-01T00:00:00.000Z' }));
    const state = await waitUntil(async () => {
      const [row] = await service.rows<{ state: string; reason: string }>('SELECT state, reason FROM delivery WHERE person_id = $1', [person.id]);
      return row?.state !== 'waiting' && row;
    });
    expect(state).toEqual({ state: 'failed', reason: 'what it says is no longer true' });
    expect(await service.mailsTo(person.email)).toEqual([]);
  });

  it('warns of a stolen token and of a changed password', async () => {
    const { email, ...person } = aPerson();
    const recipient = { userId: person.id, email, name: person.name, locale: person.locale };
    await service.tell(RefreshTokenReused, { ...recipient, sessionId: newId(), endedAt: '2026-11-21T10:00:00Z', userAgent: 'Firefox on Linux' });
    await service.tell(PasswordChanged, recipient);
    const mails = await mailsTo(email, 2);
    expect(mails.map(({ subject }) => subject).sort()).toEqual(['We ended a session of yours', 'Your password was changed']);
    expect(mails.some(({ text }) => text.includes('Firefox on Linux'))).toBe(true);
  });

  it('tells of reviews and followers by the name people have now', async () => {
    const [author, reader] = [aPerson({ name: 'Old Name' }), aPerson()];
    await service.tell(UserRegistered, author);
    await service.tell(UserChanged, { ...author, name: 'New Name', version: 3 });
    await service.tell(UserChanged, { ...author, name: 'Late Name', version: 2 });
    await service.tell(UserFollowed, { followerId: author.id, followedId: reader.id, following: true, version: 1 });
    await service.tell(UserFollowed, { followerId: author.id, followedId: reader.id, following: true, version: 3 });
    const review = { id: newId(), bookingId: newId(), subject: 'listing', subjectId: newId(), authorId: author.id, authorName: 'Old Name', stars: 5, text: 'Lovely', published: true } as const;
    const moment = '2026-11-21T10:00:00Z';
    await service.tell(ReviewPublished, { ...review, createdAt: moment, updatedAt: moment, listingId: review.subjectId, aboutUserId: reader.id, version: 1 });
    expect((await service.shownTo(reader)).map(({ text }) => text)).toEqual(['New Name has written a review: 5 of 5.', 'New Name follows you now.']);
    expect((await mailTo(reader.email)).subject).toBe('A new review of your listing');
  });

  it('tells of what newly fits a saved search, one or many, once for each message', async () => {
    const [reader, russian] = [aPerson(), aPerson({ locale: 'ru' })];
    const loft = { id: newId(), kind: 'apartment' as const, title: 'Loft', city: 'Riga' };
    const one = ({ id }: typeof reader): SavedSearchMatchedFacts => ({ searchId: newId(), userId: id, name: 'By the sea', listings: [loft], count: 1, version: 1 });
    const first = one(reader);
    await service.tell(SavedSearchMatched, first);
    await service.tell(SavedSearchMatched, first);
    await service.tell(SavedSearchMatched, { ...first, listings: Array.from({ length: 10 }, () => loft), count: 14, version: 2 });
    await service.tell(SavedSearchMatched, one(russian));
    const mails = await mailsTo(reader.email, 2);
    expect(mails.map(({ subject }) => subject).sort()).toEqual(['14 new for “By the sea”', 'New for “By the sea”: Loft']);
    expect(mails.find(({ subject }) => subject.startsWith('14'))!.text).toMatch(/Loft · Riga[^]*and 4 more\.[^]*switch its notifications off/);
    expect((await service.shownTo(reader))[1]).toMatchObject({
      type: 'saved-search-matched', subject: 'saved-search', subjectId: first.searchId, path: `/saved-searches/${first.searchId}`, text: 'Loft newly fits your search “By the sea”.',
    });
    expect((await mailTo(russian.email)).subject).toBe('Новое по запросу «By the sea»: Loft');
    await waitUntil(() => pushed.filter(({ userId }) => userId === reader.id).length === 2, { that: 'both are pushed' });
  });

  it('of a calendar reaches the owner in their language, each time once', async () => {
    const owner = aPerson({ locale: 'ru' });
    const conflicts = [{ from: '2027-03-27T13:00:00.000Z', to: '2027-03-29T10:00:00.000Z', bookingIds: [newId()] }];
    const facts = { id: newId(), listingId: newId(), ownerId: owner.id, listingTitle: 'Loft', timeZone: 'Europe/Berlin', name: 'Airbnb', conflicts: [], version: 2 };
    for (const _time of [1, 2]) await service.tell(CalendarLost, { ...facts, reason: 'too-slow', lastReadAt: '2026-11-21T10:00:00.000Z' });
    expect(await mailTo(owner.email)).toMatchObject({ subject: 'Календарь не читается: Loft' });
    await service.tell(CalendarRecovered, { ...facts, version: 3 });
    await service.tell(CalendarClashed, { ...facts, conflicts, version: 4 });
    expect((await mailsTo(owner.email, 2)).map(({ subject }) => subject).sort()).toEqual(['Двойное бронирование: Loft', 'Календарь не читается: Loft']);
    expect((await service.shownTo(owner)).map(({ type, path }) => [type, path]).sort()).toEqual(['calendar-clashed', 'calendar-lost', 'calendar-recovered'].map((type) => [type, `/listings/${facts.listingId}/calendars`]));
  });

  it('asks auth about people nobody has told of, once', async () => {
    const [owner, renter] = [aPerson(), aPerson()];
    await service.tell(BookingRequested, aBooking(renter, owner));
    await service.tell(BookingRequested, aBooking(renter, owner));
    expect(asked.filter((id) => id === owner.id)).toHaveLength(1);
  });

  it('tells nothing to who has left, and forgets what it knew of them, also where facts come late', async () => {
    const [owner, renter] = [aPerson(), aPerson({ name: 'Gone' })];
    await service.tell(BookingRequested, aBooking(renter, owner));
    await mailTo(renter.email);
    await service.tell(UserDeleted, { id: renter.id, version: 5 });
    await service.tell(UserChanged, { ...renter, version: 4 });
    await service.tell(BookingConfirmed, aBooking(renter, owner, { status: 'confirmed', action: 'confirm', actorId: owner.id }));
    await service.tell(PasswordChanged, { userId: renter.id, email: renter.email, name: renter.name, locale: renter.locale });
    expect(await service.mailsTo(renter.email)).toEqual([]);
    expect(await service.rows('SELECT 1 FROM delivery WHERE person_id = $1', [renter.id])).toEqual([]);
    expect(await service.rows('SELECT name, email FROM person WHERE id = $1', [renter.id])).toEqual([{ name: null, email: null }]);
    await service.tell(BookingCancelled, aBooking(renter, owner, { status: 'cancelled', actorId: null }));
    expect(await service.shownTo(owner)).toHaveLength(2);
  });

  it('shows kept mails page by page, newest first', async () => {
    const person = aPerson();
    for (let time = 0; time < 3; time += 1) await service.tell(PasswordResetRequested, aMailLink(person));
    await mailsTo(person.email, 3);
    const first = await service.ask(FindKeptMails, { to: person.email.toUpperCase(), limit: 2 });
    const second = await service.ask(FindKeptMails, { to: person.email, limit: 2, cursor: first.nextCursor! });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual((await service.mailsTo(person.email)).map(({ id }) => id));
    expect(second.nextCursor).toBeNull();
  });
});
