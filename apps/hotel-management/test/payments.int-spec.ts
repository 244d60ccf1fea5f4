import { CheckOut, GetReservation, GetRevenueReport, type PaymentView, RefundPayment, TakePayment } from '@bookable/contracts-hotel-management';
import { newId } from '@bookable/kernel';
import * as fc from 'fast-check';
import { type Caller, type House, RunningHotel, at, day, refusalOf, somebody } from './running-hotel';

let hotel: RunningHotel;
let house: House;

beforeAll(async () => (hotel = await RunningHotel.start()));
beforeEach(async () => (house = await hotel.open(somebody(), 2)));
afterAll(() => hotel.stop());

const pay = (reservationId: string, amount: number, by?: Caller) => house.ask(TakePayment, { reservationId, method: 'card', amount }, by);
const giveBack = (reservationId: string, payment: Pick<PaymentView, 'id'>, amount?: number, by?: Caller) => house.ask(RefundPayment, { reservationId, paymentId: payment.id, amount }, by);
const stay = (reservationId: string) => house.ask(GetReservation, { reservationId });
const revenueOf = async (from: number, to: number) => (await house.ask(GetRevenueReport, { from: day(from), to: day(to) })).periods.map(({ revenue }) => revenue.amount);
const member = async (role: string): Promise<Caller> => {
  const somebodyElse = somebody();
  await hotel.rows(`INSERT INTO staff_member (id, hotel_id, user_id, role, created_at) VALUES ($1, $2, $3, $4, now())`, [newId(), house.id, somebodyElse.userId, role]);
  return somebodyElse;
};

describe('Money at the desk', () => {
  it('is taken after arrival too, and shown with the reservation', async () => {
    const guest = await house.guest(0, 2);
    hotel.clock.set(at(1, '20:15'));
    const dinner = await house.ask(TakePayment, { reservationId: guest.id, method: 'cash', amount: 4_500, note: 'Two dinners.' });
    expect(dinner).toMatchObject({ amount: { amount: 4_500, currency: 'EUR' }, refunded: { amount: 0 }, note: 'Two dinners.', takenBy: house.owner.userId, at: at(1, '20:15') });
    await house.ask(CheckOut, { reservationId: guest.id });
    const forgotten = await pay(guest.id, 300);
    expect(await stay(guest.id)).toMatchObject({ paid: { amount: 24_800 }, payments: [{ method: 'cash', amount: { amount: 20_000 } }, dinner, forgotten] });
  });

  it('is not taken before arrival, nor for another hotel', async () => {
    const { id } = await house.reserve(0, 1);
    expect(await refusalOf(pay(id, 300))).toBe('wrong-status');
    const guest = await house.guest(0, 1);
    const other = await hotel.open(somebody(), 1);
    expect(await refusalOf(other.ask(TakePayment, { reservationId: guest.id, method: 'cash', amount: 1 }))).toBe('not-found');
    expect(await refusalOf(other.ask(RefundPayment, { reservationId: guest.id, paymentId: guest.payments[0]!.id }))).toBe('not-found');
    expect(await refusalOf(giveBack(guest.id, { id: newId() }))).toBe('not-found');
  });

  it('is given back, all of it or in parts, and never more than is left', async () => {
    const guest = await house.guest(0, 2);
    const [paid] = guest.payments as [PaymentView];
    const part = await giveBack(guest.id, paid, 5_000);
    expect(part).toMatchObject({ amount: { amount: -5_000 }, refundOf: paid.id, method: paid.method });
    expect(await refusalOf(giveBack(guest.id, paid, 15_001))).toBe('refund-exceeds-payment');
    expect(await giveBack(guest.id, paid)).toMatchObject({ amount: { amount: -15_000 } });
    expect(await refusalOf(giveBack(guest.id, paid))).toBe('refund-exceeds-payment');
    expect(await refusalOf(giveBack(guest.id, part))).toBe('refund-exceeds-payment');
    expect(await stay(guest.id)).toMatchObject({ paid: { amount: 0 }, payments: [{ refunded: { amount: 20_000 } }, { refundOf: paid.id }, { refundOf: paid.id }] });
  });

  it('is given back once, however many desks do it at one moment and however often each of them asks', async () => {
    const guest = await house.guest(0, 2);
    const [paid] = guest.payments as [PaymentView];
    const desks = [house.owner, await member('administrator')].map((desk) => ({ ...desk, idempotencyKey: newId() }));
    const outcomes = await Promise.allSettled([...desks, ...desks, ...desks].map((desk) => giveBack(guest.id, paid, 12_000, desk)));
    const given = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    expect(given).toHaveLength(3);
    expect(new Set(given.map(({ id }) => id)).size).toBe(1);
    expect((await stay(guest.id)).paid.amount).toBe(8_000);
  });

  it('keeps its promises under the database itself', async () => {
    const guest = await house.guest(0, 1);
    await expect(hotel.rows('UPDATE payment SET refunded_amount = amount + 1 WHERE reservation_id = $1', [guest.id])).rejects.toThrow('payment_is_refunded_once');
    await expect(hotel.rows('UPDATE payment SET amount = -1 WHERE reservation_id = $1', [guest.id])).rejects.toThrow('refund_names_its_payment');
  });

  it('counts on the day it changes hands, a refund as well', async () => {
    const guest = await house.guest(0, 3);
    hotel.clock.set(at(1, '23:59'));
    await pay(guest.id, 700);
    hotel.clock.set(at(2, '00:00'));
    await giveBack(guest.id, guest.payments[0]!, 2_500);
    expect(await revenueOf(0, 4)).toEqual([30_000, 700, -2_500, 0]);
  });

  it('of a stay is what was taken less what was given back, whatever is asked in whatever order', async () => {
    const guest = await house.guest(0, 1, {});
    let [balance, left] = [guest.paid.amount, guest.paid.amount];
    const steps = fc.sample(fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 6_000 })), { minLength: 12, maxLength: 12 }), { numRuns: 1, seed: 7 })[0]!;
    for (const [isRefund, amount] of steps) {
      const refusal = await refusalOf(isRefund ? giveBack(guest.id, guest.payments[0]!, amount) : pay(guest.id, amount));
      expect(refusal).toBe(isRefund && amount > left ? 'refund-exceeds-payment' : undefined);
      if (refusal === undefined) balance += isRefund ? -amount : amount;
      if (refusal === undefined && isRefund) left -= amount;
    }
    expect((await stay(guest.id)).paid.amount).toBe(balance);
    expect(await revenueOf(0, 1)).toEqual([balance]);
  });

  it('is touched by owners and administrators alone', async () => {
    const visitor = somebody();
    const { id } = await house.reserve(0, 1, {}, visitor);
    const guest = await house.guest(0, 1);
    for (const by of [visitor, await member('cleaner'), somebody()]) {
      expect(await refusalOf(pay(id, 1, by))).toBe('forbidden');
      expect(await refusalOf(giveBack(guest.id, guest.payments[0]!, 1, by))).toBe('forbidden');
    }
    expect(await pay(guest.id, 1, await member('administrator'))).toMatchObject({ amount: { amount: 1 } });
  });
});
