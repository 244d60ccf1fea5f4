import { dayFromToday } from '../src/days';
import { eventually } from '../src/eventually';
import { bounceOf, deadAddress, tellOfMails } from '../src/mail-provider';
import { apartment, ownCity } from '../src/offers';
import { signInOperator } from '../src/operator';
import { Person } from '../src/person';
import { runningSystem } from '../src/running-system';

describe('an address that mails come back from', () => {
  const door = runningSystem();
  let admin: Person;
  let landlord: Person;
  let renter: Person;
  let listingId: string;
  let nights = 10;

  beforeAll(async () => {
    [admin, landlord, renter] = await Promise.all([signInOperator(door), Person.register(door, 'Lara Landlord', { role: 'landlord' }), Person.register(door, 'Rolf Renter')]);
    listingId = (await landlord.post<{ id: string }>('/api/apartments', { ...apartment(ownCity()), kind: undefined })).id;
  });

  const deliveryAfter = async (count: number) => {
    nights += 2;
    await renter.post('/api/bookings', { listingId, from: dayFromToday(nights), to: dayFromToday(nights + 1) });
    return eventually('the request is told', async () => {
      const { items } = await admin.get<{ items: { template: string; status: string }[] }>(`/api/admin/deliveries?userId=${landlord.id}`);
      const requests = items.filter(({ template, status }) => template === 'booking-requested' && status !== 'waiting');
      return requests.length === count ? requests[0] : undefined;
    });
  };

  it('is mailed no more until an administrator says so', async () => {
    expect(await deliveryAfter(1)).toMatchObject({ status: 'sent' });
    const id = await deadAddress(door, admin, landlord.user.email);
    expect(await deliveryAfter(2)).toMatchObject({ status: 'skipped' });
    expect((await admin.ask('DELETE', `/api/admin/dead-addresses/${id}`)).status).toBe(204);
    expect(await deliveryAfter(3)).toMatchObject({ status: 'sent' });
  });

  it('is not believed of whoever cannot sign, or says it too late', async () => {
    expect(await tellOfMails(door, [bounceOf(landlord.user.email)], Date.now() - 3_600_000)).toMatchObject({ status: 401, body: { code: 'unsigned-mail-events' } });
    expect(await door.ask('POST', '/webhooks/sendgrid', { body: [bounceOf(landlord.user.email)] })).toMatchObject({ status: 401 });
    expect(await door.ask('POST', '/webhooks/sendgrid', { raw: { text: 'a=b', contentType: 'application/x-www-form-urlencoded' } })).toMatchObject({ status: 415 });
    expect(await door.ask('POST', '/webhooks/sendgrid')).toMatchObject({ status: 400 });
  });
});
