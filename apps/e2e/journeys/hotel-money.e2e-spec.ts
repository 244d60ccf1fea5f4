import { randomUUID } from 'node:crypto';
import { addDays } from '@bookable/kernel';
import { dayFromToday } from '../src/days';
import { eventually } from '../src/eventually';
import { ownCity } from '../src/offers';
import { Person } from '../src/person';
import { runningSystem } from '../src/running-system';

interface Made {
  readonly id: string;
}
interface Stay extends Made {
  readonly payments: readonly (Made & { readonly amount: { readonly amount: number } })[];
}
interface Figures {
  readonly revenue: { readonly amount: number };
  readonly nightsSold: number;
  readonly nightsAvailable: number;
  readonly occupancy: number;
}
interface RoomTypeRates {
  readonly roomTypeId: string;
  readonly days: readonly { readonly date: string; readonly amount: number; readonly rule?: string; readonly proposed?: object }[];
}
interface Calendar {
  readonly roomTypes: readonly RoomTypeRates[];
}
interface Report {
  readonly total: Figures;
  readonly periods: readonly Figures[];
  readonly rooms: readonly (Figures & { readonly roomNumber: string })[];
}

const [today, tomorrow] = [dayFromToday(0), dayFromToday(1)];
const standard = { category: 'standard', beds: 2 };

describe('the money of a hotel', () => {
  const door = runningSystem();
  let owner: Person;
  let administrator: Person;
  let hotel: string;
  let stay: Stay;

  beforeAll(async () => {
    [owner, administrator] = await Promise.all([Person.register(door, 'Olga Owner'), Person.register(door, 'Adam Admin')]);
    const terms = { name: 'Hotel Astor', city: ownCity(), timeZone: 'Etc/UTC', location: { lat: 56.95, lng: 24.1 }, currency: 'EUR' };
    hotel = `/api/hotels/${(await owner.post<Made>('/api/hotels', terms)).id}`;
    await owner.put(`${hotel}/rates`, { base: [{ ...standard, amount: 9_000 }], minibar: 0 });
    for (const number of ['101', '102']) await owner.post<Made>(`${hotel}/rooms`, { ...standard, number, floor: 1, minibar: false });
    await owner.post(`${hotel}/staff`, { userId: administrator.id, role: 'administrator', firstName: 'Adam', lastName: 'Admin', birthDate: '1980-01-01', phone: '+37120000001' });
    const reserved = await administrator.post<Stay>(`${hotel}/reservations`, { ...standard, from: today, to: tomorrow });
    stay = await administrator.put<Stay>(`${hotel}/reservations/${reserved.id}/check-in`, { payment: { method: 'card', amount: 9_000 } });
  });

  const report = (more = '') => owner.get<Report>(`${hotel}/reports/revenue?from=${today}&to=${tomorrow}${more}`);

  it('is asked for as the calendar of rates says, night by night, and may be tried out before', async () => {
    const [from, to] = [dayFromToday(60), dayFromToday(64)];
    const fair = { name: 'Fair days', from: dayFromToday(61), to: dayFromToday(63), percent: 30, priority: 1 };
    const rates = { base: [{ ...standard, amount: 9_000 }], minibar: 0, rules: [fair] };
    const preview = await owner.post<Calendar>(`${hotel}/rates/preview`, { ...rates, from, to }, 200);
    const before = await owner.get<Calendar>(`${hotel}/rates/calendar?from=${from}&to=${to}`);
    expect(before.roomTypes[0]!.days.map(({ amount }) => amount)).toEqual([9_000, 9_000, 9_000, 9_000]);
    await owner.put(`${hotel}/rates`, rates);
    const { roomTypes } = await owner.get<Calendar>(`${hotel}/rates/calendar?from=${from}&to=${to}`);
    const [{ roomTypeId, days }] = roomTypes as [RoomTypeRates];
    expect(preview.roomTypes[0]!.days.map(({ proposed }) => proposed)).toEqual(days.map(({ amount, rule }) => ({ amount, ...(rule !== undefined && { rule }) })));
    expect(days.map(({ rule }) => rule)).toEqual([undefined, 'Fair days', 'Fair days', undefined]);
    await eventually('booking quotes the same', async () => {
      const quotes = await Promise.all(days.map(({ date }) => owner.ask<{ total: { amount: number } }>('POST', '/api/quotes', { body: { listingId: roomTypeId, from: date, to: addDays(date, 1) } })));
      return quotes.every(({ body }, index) => body.total.amount === days[index]!.amount);
    });
  });

  it('comes in on arrival and later, and is shown with the stay', async () => {
    await administrator.post(`${hotel}/reservations/${stay.id}/payments`, { method: 'cash', amount: 1_250, note: 'The minibar.' });
    const shown = await owner.get<Stay>(`${hotel}/reservations/${stay.id}`);
    expect(shown.payments.map(({ amount }) => amount.amount)).toEqual([9_000, 1_250]);
    expect(shown).toMatchObject({ paid: { amount: 10_250, currency: 'EUR' } });
  });

  it('is given back once where two desks press the button at one moment', async () => {
    const refund = `${hotel}/reservations/${stay.id}/payments/${stay.payments[0]!.id}/refund`;
    const answers = await Promise.all([owner, administrator].map((desk) => desk.ask('POST', refund, { headers: { 'idempotency-key': randomUUID() }, body: { amount: 5_000, reason: 'The shower was cold.' } })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'refund-exceeds-payment', refundableAmount: 4_000 });
    expect(await owner.get(`${hotel}/reservations/${stay.id}`)).toMatchObject({ paid: { amount: 5_250 } });
  });

  it('is reported to its owner, and to nobody else', async () => {
    expect(await report('&by=month')).toMatchObject({ currency: 'EUR', total: { revenue: { amount: 5_250 }, nightsSold: 1, nightsAvailable: 2, occupancy: 0.5, adr: { amount: 5_250 }, revPar: { amount: 2_625 } } });
    expect((await report()).rooms.map(({ roomNumber, revenue }) => [roomNumber, revenue.amount]).sort()).toEqual([['101', 5_250], ['102', 0]]);
    expect(await administrator.ask('GET', `${hotel}/reports/revenue?from=${today}&to=${tomorrow}`)).toMatchObject({ status: 403 });
    expect(await owner.ask('GET', `${hotel}/reports/revenue?from=${today}&to=${today}`)).toMatchObject({ status: 400, body: { errors: [{ path: 'to' }] } });
  });

  it('is reported for spreadsheets and on paper too, in the language of whoever asks', async () => {
    const file = (more: string, headers: Record<string, string> = {}) => owner.ask<string>('GET', `${hotel}/reports/revenue?from=${today}&to=${tomorrow}${more}`, { headers });
    const english = await file('&format=csv');
    expect([english.status, english.headers.get('content-type'), english.headers.get('content-disposition')]).toEqual([200, 'text/csv; charset=utf-8', `attachment; filename="income-${today}-${tomorrow}.csv"`]);
    const [head, total] = english.body.replace('\uFEFF', '').split('\r\n') as [string, string];
    expect(head).toMatch(/^Part,From,To \(excluded\),/);
    expect(total).toBe(`Total,${today},${tomorrow},,,102.50,50.00,52.50,EUR,1,2,0.5,52.50,26.25`);
    expect((await file('', { accept: 'text/csv', 'accept-language': 'ru-RU' })).body).toContain('Загрузка');
    const paper = await file('&locale=ru', { accept: 'application/pdf' });
    expect([paper.status, paper.headers.get('content-type'), paper.body.slice(0, 5)]).toEqual([200, 'application/pdf', '%PDF-']);
    expect(await administrator.ask('GET', `${hotel}/reports/revenue?from=${today}&to=${tomorrow}&format=pdf`)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });
});
