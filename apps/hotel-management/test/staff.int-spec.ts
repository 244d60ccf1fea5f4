import type { StaffMemberView, StaffRole } from '@bookable/contracts-hotel-management';
import { newId } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { aContext } from '@bookable/platform-testing';
import { HotelDesk, idOf } from './hotel-desk';

const refused = (code: string) => expect.objectContaining({ problem: expect.objectContaining({ code }) });
const person = { firstName: 'Clara', lastName: 'Clean', birthDate: '1964-02-29', phone: '+37120000000' };

describe('the staff of a hotel', () => {
  let desk: HotelDesk;
  let owner: MessageContext;
  let hotelId: string;

  beforeAll(async () => {
    desk = await HotelDesk.open();
  });
  beforeEach(async () => {
    owner = desk.somebody();
    hotelId = (await desk.hotelOf(owner)).id;
  });
  afterAll(() => desk.stop());

  const register = (who: { userId?: string; email?: string }, role: StaffRole, by = owner) => desk.registerStaff.execute({ hotelId, ...person, ...who, role }, by);
  const staff = async (by = owner): Promise<readonly StaffMemberView[]> => (await desk.findStaff.execute({ hotelId }, by)).items;
  const founder = async (): Promise<StaffMemberView> => (await staff()).find(({ userId }) => userId === idOf(owner))!;
  const facts = (context: MessageContext, emailVerified: boolean) => {
    const { id, email } = desk.accounts.all.find((one) => one.id === idOf(context))!;
    return { id, email, emailVerified, name: 'Somebody', roles: [], locale: 'en' as const, avatarUrl: null, createdAt: new Date().toISOString(), version: 2 };
  };

  it('begins with whoever opened it, as its owner', async () => {
    expect(await staff()).toEqual([expect.objectContaining({ role: 'owner', standing: 'active', userId: idOf(owner) })]);
  });

  it('lets the rooms in the name of another owner once that is handed over, by whoever let them so far and nobody else', async () => {
    const [next, cleaner] = [desk.somebody(), desk.somebody()];
    const { id: staffMemberId } = await register({ userId: idOf(next) }, 'owner');
    const other = await register({ userId: idOf(cleaner) }, 'cleaner');
    const { id: founderId } = await founder();
    await expect(desk.handOver.execute({ hotelId, staffMemberId }, cleaner)).rejects.toEqual(refused('forbidden'));
    await expect(desk.handOver.execute({ hotelId, staffMemberId }, next)).rejects.toEqual(refused('forbidden'));
    await expect(desk.handOver.execute({ hotelId, staffMemberId: other.id }, owner)).rejects.toEqual(refused('not-an-owner'));
    await expect(desk.handOver.execute({ hotelId, staffMemberId: newId() }, owner)).rejects.toEqual(refused('not-found'));
    expect(await desk.handOver.execute({ hotelId, staffMemberId }, owner)).toMatchObject({ ownerId: idOf(next) });
    expect(await desk.handOver.execute({ hotelId, staffMemberId }, owner)).toMatchObject({ ownerId: idOf(next) });
    await expect(desk.changeStaff.remove({ hotelId, staffMemberId }, next)).rejects.toEqual(refused('lets-the-rooms'));
    await desk.changeStaff.remove({ hotelId, staffMemberId: founderId }, next);
    expect((await staff(next)).map(({ userId }) => userId)).toEqual([idOf(next), idOf(cleaner)]);
  });

  it('is changed with an entry in the audit log, which owners of that hotel read and nobody else', async () => {
    const [next, cleaner] = [desk.somebody(), desk.somebody()];
    const { id } = await register({ userId: idOf(cleaner) }, 'cleaner');
    const heir = await register({ userId: idOf(next) }, 'owner');
    await desk.changeStaff.change({ hotelId, staffMemberId: id, ...person, role: 'administrator' }, owner);
    await desk.changeStaff.remove({ hotelId, staffMemberId: id }, owner);
    for (let time = 0; time < 2; time += 1) await desk.handOver.execute({ hotelId, staffMemberId: heir.id }, owner);
    const first = await desk.findAudit.execute({ hotelId, limit: 3 }, next);
    const rest = await desk.findAudit.execute({ hotelId, cursor: first.nextCursor! }, next);
    expect([...first.items, ...rest.items].map(({ action, affected, facts }) => [action.replace('hotel-management.', ''), affected, facts])).toEqual([
      ['hotel.handed-over', [idOf(next)], null],
      ['staff-member.removed', [idOf(cleaner)], { role: 'administrator' }],
      ['staff-member.changed', [idOf(cleaner)], { from: 'cleaner', to: 'administrator' }],
      ['staff-member.registered', [idOf(next)], { role: 'owner' }],
      ['staff-member.registered', [idOf(cleaner)], { role: 'cleaner' }],
    ]);
    for (const other of [cleaner, desk.somebody()]) await expect(desk.findAudit.execute({ hotelId }, other)).rejects.toEqual(refused('forbidden'));
  });

  it('is let in by account, and may work in several hotels as something else', async () => {
    const both = desk.somebody();
    const other = await desk.hotelOf(both);
    expect(await register({ userId: idOf(both) }, 'cleaner')).toMatchObject({ ...person, role: 'cleaner', standing: 'active' });
    const { items } = await desk.findHotels.own({}, both);
    expect(items.map(({ id, role }) => [id, role])).toEqual([[other.id, 'owner'], [hotelId, 'cleaner']]);
  });

  it('is let in by address only once its account has confirmed it', async () => {
    const late = desk.somebody(false);
    const { email } = desk.accounts.all.at(-1)!;
    expect(await register({ email: email.toUpperCase() }, 'administrator')).toMatchObject({ standing: 'awaited' });
    await desk.knowAccount.changed(facts(late, false), aContext());
    expect((await desk.findHotels.own({}, late)).items).toEqual([]);
    await desk.knowAccount.changed(facts(late, true), aContext());
    expect((await desk.findHotels.own({}, late)).items).toEqual([expect.objectContaining({ id: hotelId, role: 'administrator' })]);
  });

  it('has everybody once, also when two owners register the same person at once', async () => {
    const cleaner = desk.somebody();
    const attempts = await Promise.allSettled([1, 2, 3].map(() => register({ userId: idOf(cleaner) }, 'cleaner')));
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(register({ userId: idOf(cleaner) }, 'owner')).rejects.toEqual(refused('already-on-staff'));
  });

  it('is the business of owners alone', async () => {
    const [administrator, cleaner, stranger] = [desk.somebody(), desk.somebody(), desk.somebody()];
    await register({ userId: idOf(administrator) }, 'administrator');
    await register({ userId: idOf(cleaner) }, 'cleaner');
    for (const by of [administrator, cleaner, stranger]) {
      await expect(register({ userId: idOf(desk.somebody()) }, 'cleaner', by)).rejects.toEqual(refused('forbidden'));
      await expect(staff(by)).rejects.toEqual(refused('forbidden'));
      await expect(desk.changeStaff.remove({ hotelId, staffMemberId: (await founder()).id }, by)).rejects.toEqual(refused('forbidden'));
    }
    await expect(staff(aContext())).rejects.toEqual(refused('unauthenticated'));
  });

  it('names no account that is not there, and nobody who is not born', async () => {
    await expect(register({}, 'cleaner')).rejects.toEqual(refused('nobody-named'));
    await expect(register({ userId: newId() }, 'cleaner')).rejects.toEqual(refused('not-found'));
    await expect(desk.registerStaff.execute({ hotelId, ...person, birthDate: '2199-01-01', userId: idOf(desk.somebody()), role: 'cleaner' }, owner)).rejects.toEqual(refused('not-born-yet'));
  });

  it('is never without an owner: the last one can neither go nor become something else', async () => {
    const { id } = await founder();
    await expect(desk.changeStaff.remove({ hotelId, staffMemberId: id }, owner)).rejects.toEqual(refused('last-owner'));
    await expect(desk.changeStaff.change({ hotelId, staffMemberId: id, ...person, role: 'cleaner' }, owner)).rejects.toEqual(refused('last-owner'));
    expect(await desk.changeStaff.change({ hotelId, staffMemberId: id, ...person, role: 'owner' }, owner)).toMatchObject({ ...person, role: 'owner' });
  });

  it('keeps the owner in whose name the rooms are let, though there is another one', async () => {
    const second = desk.somebody();
    const { id } = await register({ userId: idOf(second) }, 'owner');
    await expect(desk.changeStaff.remove({ hotelId, staffMemberId: (await founder()).id }, second)).rejects.toEqual(refused('lets-the-rooms'));
    await desk.changeStaff.remove({ hotelId, staffMemberId: id }, second);
    await expect(staff(second)).rejects.toEqual(refused('forbidden'));
  });

  it('does not lose both owners who remove each other at once', async () => {
    const second = desk.somebody();
    const third = desk.somebody();
    const [one, other] = [await register({ userId: idOf(second) }, 'owner'), await register({ userId: idOf(third) }, 'owner')];
    const removals = await Promise.allSettled([desk.changeStaff.remove({ hotelId, staffMemberId: other.id }, second), desk.changeStaff.remove({ hotelId, staffMemberId: one.id }, third)]);
    expect(removals.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('is forgotten with its account', async () => {
    const cleaner = desk.somebody();
    await register({ userId: idOf(cleaner) }, 'cleaner');
    await desk.knowAccount.gone({ id: idOf(cleaner), version: 3 }, aContext());
    expect(await staff()).toHaveLength(1);
  });

  it('lies with birth dates and telephones sealed, and of an owner who has left the place alone stays', async () => {
    const { id } = await founder();
    const telephone = '+37120009999';
    const hired = await register({ userId: idOf(desk.somebody()) }, 'cleaner');
    await desk.changeStaff.change({ hotelId, staffMemberId: id, ...person, phone: telephone, role: 'owner' }, owner);
    expect(await staff()).toEqual(expect.arrayContaining([expect.objectContaining({ id, ...person, phone: telephone }), expect.objectContaining({ id: hired.id, ...person })]));
    const kept = await desk.dump('staff_member');
    for (const secret of [person.birthDate, person.phone, telephone]) expect(kept).not.toContain(secret);
    await desk.knowAccount.gone({ id: idOf(owner), version: 3 }, aContext());
    expect(await desk.dump(`(SELECT birth_date, sealed_birth_date, phone, sealed_phone FROM staff_member WHERE id = '${id}')`)).toBe('[{"row":"(,,,)"}]');
  });
});
