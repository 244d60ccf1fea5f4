import { randomUUID } from 'node:crypto';
import { dayFromToday } from '../src/days';
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
});
