import { dayFromToday } from '../src/days';
import { eventually } from '../src/eventually';
import type { KeptMail } from '../src/mailbox';
import { apartment, ownCity } from '../src/offers';
import { Person } from '../src/person';
import { runningSystem } from '../src/running-system';

const ONE_CLICK = 'List-Unsubscribe=One-Click';
const asForm = { text: ONE_CLICK, contentType: 'application/x-www-form-urlencoded' };
const asMultipart = { text: `--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n`, contentType: 'multipart/form-data; boundary=x' };

describe('a landlord who gets too many mails', () => {
  const door = runningSystem();
  let landlord: Person;
  let renter: Person;
  let listingId: string;
  let nights = 10;

  beforeAll(async () => {
    [landlord, renter] = await Promise.all([Person.register(door, 'Lara Landlord', { role: 'landlord', locale: 'ru' }), Person.register(door, 'Rolf Renter')]);
    listingId = (await landlord.post<{ id: string }>('/api/apartments', { ...apartment(ownCity()), kind: undefined })).id;
  });

  const ask = async () => {
    nights += 2;
    await renter.post('/api/bookings', { listingId, from: dayFromToday(nights), to: dayFromToday(nights + 1) });
  };
  const requests = async () => (await landlord.mails()).filter(({ subject }) => subject.startsWith('Запрос на бронирование'));
  const addressOf = ({ unsubscribeUrl }: KeptMail) => new URL(unsubscribeUrl!).pathname;
  const mailed = (count: number) => eventually(`${count} requests are mailed`, async () => ((await requests()).length === count ? requests() : undefined));
  const shown = (count: number) =>
    eventually(`${count} requests are shown`, async () => (await landlord.get<{ items: { type: string }[] }>('/api/notifications')).items.filter(({ type }) => type === 'booking-requested').length === count);

  it.each([['a form', asForm], ['a form in parts', asMultipart]])('declines them by the one click of a mail program, which sends %s', async (_form, raw) => {
    const before = (await requests()).length;
    await landlord.put('/api/notifications/preferences', { preferences: [{ type: 'booking-requested', email: true }] });
    await ask();
    const [mail] = await mailed(before + 1);
    expect(await door.ask('POST', addressOf(mail!), { raw })).toMatchObject({ status: 200 });
    await ask();
    await shown(2 * (before + 1));
    expect(await requests()).toHaveLength(before + 1);
  });

  it('sees in their language what they decline, and nothing has happened by looking', async () => {
    await landlord.put('/api/notifications/preferences', { preferences: [{ type: 'booking-requested', email: true }] });
    const [mail] = await requests();
    const page = await door.ask<string>('GET', addressOf(mail!), { headers: { accept: 'text/html', 'accept-language': 'en' } });
    expect(page).toMatchObject({ status: 200, body: expect.stringContaining('Запросы на бронирование') });
    expect(page.body).toContain('<form method="post">');
    const again = await door.ask<string>('GET', addressOf(mail!));
    expect(again.body).toContain('<form method="post">');
    const done = await door.ask<string>('POST', addressOf(mail!), { raw: asForm });
    expect(done.body).toMatch(/Готово.*Запросы на бронирование/s);
    expect((await door.ask<string>('GET', addressOf(mail!))).body).not.toContain('<form');
  });

  it('finds a page in the language of the browser where a link is incomplete, and a program finds a problem', async () => {
    const wrong = `/unsubscribe/${'x'.repeat(32)}`;
    expect(await door.ask('GET', wrong, { headers: { accept: 'text/html', 'accept-language': 'ru' } })).toMatchObject({ status: 404, body: expect.stringContaining('ничего не отменяет') });
    for (const path of [wrong, '/unsubscribe/short']) expect(await door.ask('POST', path, { raw: asForm })).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });

  it('cannot send forms elsewhere, nor books instead of a click', async () => {
    expect(await door.ask('POST', '/api/auth/login', { raw: asForm })).toMatchObject({ status: 415 });
    const [mail] = await requests();
    expect(await door.ask('POST', addressOf(mail!), { raw: { ...asForm, text: 'x'.repeat(20_000) } })).toMatchObject({ status: 413 });
  });
});
