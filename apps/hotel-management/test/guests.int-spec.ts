import type { GuestView } from '@bookable/contracts-hotel-management';
import { newId } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { aContext } from '@bookable/platform-testing';
import { isClientNumber } from '../src/domain/client-number';
import { HotelDesk, idOf } from './hotel-desk';

const refused = (code: string) => expect.objectContaining({ problem: expect.objectContaining({ code }) });
const ada = { firstName: 'Ada', lastName: 'Lovelace', birthDate: '1955-12-10', phone: '+37120000001' };

describe('the guests of a hotel', () => {
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

  const register = (guest: Partial<GuestView> = {}, by = owner) => desk.registerGuest.execute({ hotelId, ...ada, ...guest }, by);
  const found = async (q?: string, by = owner): Promise<string[]> => (await desk.findGuests.page({ hotelId, q }, by)).items.map(({ id }) => id);

  it('get a client number with a check digit, each another one that tells nothing of the next', async () => {
    const numbers = (await Promise.all(Array.from({ length: 40 }, () => register()))).map(({ clientNumber }) => clientNumber);
    expect(numbers.every(isClientNumber)).toBe(true);
    expect(new Set(numbers).size).toBe(40);
    const steps = new Set(numbers.slice(1).map((number, index) => Number(number) - Number(numbers[index])));
    expect(steps.size).toBe(39);
  });

  it('can be reached by phone or by mail, or are not taken in', async () => {
    await expect(register({ phone: undefined })).rejects.toEqual(refused('guest-out-of-reach'));
    expect(await register({ phone: undefined, email: 'ada@guest.example' })).not.toHaveProperty('phone', expect.anything());
  });

  it('are found by any part of what is known of them, all words at once', async () => {
    const { id, clientNumber } = await register({ email: 'ada@guest.example' });
    await register({ firstName: 'Charles', lastName: 'Babbage', phone: '+4420000009' });
    for (const q of ['lovel', 'ADA love', 'lovelace ada', '0000001', 'ada@guest', clientNumber.slice(3, 9)]) expect(await found(q)).toEqual([id]);
    expect(await found('ada babbage')).toEqual([]);
  });

  it('are found whether or not their ё is written', async () => {
    const { id } = await register({ firstName: 'Пётр', lastName: 'Королёв' });
    for (const q of ['Петр', 'королЁв', 'королев пётр']) expect(await found(q)).toEqual([id]);
  });

  it('are not found by what a pattern would match', async () => {
    await register();
    const { id } = await register({ lastName: '100%_\\' });
    for (const q of ['%', '_', '\\', '%_\\']) expect(await found(q)).toEqual([id]);
  });

  it('come in pages, who came last first', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 5; count += 1) ids.unshift((await register()).id);
    const first = await desk.findGuests.page({ hotelId, limit: 3 }, owner);
    const second = await desk.findGuests.page({ hotelId, limit: 3, cursor: first.nextCursor! }, owner);
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids);
    expect(second.nextCursor).toBeNull();
  });

  it('register themselves once, see and change themselves alone, and nothing of what the desk has noted', async () => {
    const visitor = desk.somebody();
    const { id } = await register({ note: 'written by the guest' }, visitor);
    await expect(register({}, visitor)).rejects.toEqual(refused('already-a-guest'));
    await register();
    expect(await found(undefined, visitor)).toEqual([id]);
    expect(await desk.findGuests.one({ hotelId, guestId: id }, owner)).toMatchObject({ userId: idOf(visitor), note: undefined });
    await desk.changeGuest.execute({ hotelId, guestId: id, ...ada, note: 'likes the top floor' }, owner);
    const changed = await desk.changeGuest.execute({ hotelId, guestId: id, ...ada, lastName: 'King' }, visitor);
    expect(changed).toMatchObject({ lastName: 'King', note: undefined });
    expect(await desk.findGuests.one({ hotelId, guestId: id }, owner)).toMatchObject({ lastName: 'King', note: 'likes the top floor' });
    const stranger = desk.somebody();
    await expect(desk.findGuests.one({ hotelId, guestId: id }, stranger)).rejects.toEqual(refused('forbidden'));
    await expect(desk.changeGuest.execute({ hotelId, guestId: id, ...ada }, stranger)).rejects.toEqual(refused('forbidden'));
  });

  it('are one after two records of them were merged, and answer to both', async () => {
    const visitor = desk.somebody();
    const kept = await register({ note: 'vegetarian' });
    const duplicate = await register({ email: 'ada@guest.example', phone: undefined, lastName: 'Byron' }, visitor);
    const merge = () => desk.mergeGuests.execute({ hotelId, guestId: kept.id, duplicateId: duplicate.id }, owner);
    const merged = { ...kept, email: 'ada@guest.example', userId: idOf(visitor) };
    expect(await merge()).toEqual(merged);
    expect(await merge()).toEqual(merged);
    expect(await desk.findGuests.one({ hotelId, guestId: duplicate.id }, visitor)).toMatchObject({ id: kept.id });
    expect(await found(duplicate.clientNumber)).toEqual([kept.id]);
    expect(await found('byron')).toEqual([kept.id]);
    expect(await found()).toEqual([kept.id]);
  });

  it('stay two where merging makes no sense', async () => {
    const [one, two, three] = [await register(), await register(), await register()];
    await expect(desk.mergeGuests.execute({ hotelId, guestId: one.id, duplicateId: one.id }, owner)).rejects.toEqual(refused('nothing-to-merge'));
    await desk.mergeGuests.execute({ hotelId, guestId: one.id, duplicateId: two.id }, owner);
    await expect(desk.mergeGuests.execute({ hotelId, guestId: three.id, duplicateId: two.id }, owner)).rejects.toEqual(refused('nothing-to-merge'));
    await expect(desk.mergeGuests.execute({ hotelId, guestId: one.id, duplicateId: newId() }, owner)).rejects.toEqual(refused('not-found'));
    await desk.mergeGuests.execute({ hotelId, guestId: three.id, duplicateId: one.id }, owner);
    expect(await desk.findGuests.one({ hotelId, guestId: two.id }, owner)).toMatchObject({ id: three.id });
  });

  it('are never merged in a circle, whichever way round two desks do it at once', async () => {
    const [one, two] = [await register(), await register()];
    const both = [[one, two], [two, one]].map(([kept, gone]) => desk.mergeGuests.execute({ hotelId, guestId: kept!.id, duplicateId: gone!.id }, owner));
    expect((await Promise.allSettled(both)).filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await found()).toHaveLength(1);
  });

  it('of one hotel are unknown to the desk of another', async () => {
    const { id } = await register();
    const other = desk.somebody();
    const foreign = await desk.hotelOf(other);
    await expect(desk.findGuests.one({ hotelId: foreign.id, guestId: id }, other)).rejects.toEqual(refused('not-found'));
    await expect(desk.findGuests.one({ hotelId, guestId: id }, other)).rejects.toEqual(refused('forbidden'));
  });

  it('stay the hotel\'s own record when their account is gone', async () => {
    const visitor = desk.somebody();
    const { id } = await register({}, visitor);
    await desk.knowAccount.gone({ id: idOf(visitor), version: 3 }, aContext());
    expect(await desk.findGuests.one({ hotelId, guestId: id }, owner)).toMatchObject({ id, userId: undefined });
  });
});
