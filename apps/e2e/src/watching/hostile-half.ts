import type { PlantingDoor } from './planting-door';

/** Asks for all that is refused, with something personal in each place where it should not be. */
export async function askWrongly(door: PlantingDoor, email: string): Promise<void> {
  const word = (where: string): string => door.plant(where);
  await door.ask('POST', '/api/auth/login', { body: { email, password: word('a wrong password') } });
  await door.ask('POST', '/api/auth/login', { body: { email: `${word('an unknown address')}@canary.example`, password: word('a wrong password') } });
  await door.ask('POST', '/api/auth/register', { body: { email, password: word('a second account'), name: 'Twice' } });
  await door.ask('POST', '/api/auth/register', { body: { email: word('no address'), password: word('a bad form'), name: 7 } });
  await door.ask('POST', '/api/auth/verify-email', { body: { token: word('a wrong token') } });
  await door.ask('POST', '/api/auth/refresh', { body: { refreshToken: word('a wrong refresh token') } });
  await door.ask('POST', '/api/auth/reset-password', { body: { token: word('a wrong reset token'), password: word('a password') } });
  await door.ask('GET', '/api/auth/me', { token: word('a broken access token') });
  await door.ask('GET', '/api/auth/me', { headers: { cookie: `session=${word('a cookie')}`, 'user-agent': word('a browser'), referer: `https://x.example/${word('a referrer')}` } });
  await door.ask('POST', '/api/bookings', { raw: { text: `{"message": "${word('broken JSON')}`, contentType: 'application/json' } });
  await door.ask('POST', '/api/auth/login', { raw: { text: `email=${word('a form')}`, contentType: 'application/x-www-form-urlencoded' } });
  await door.ask('GET', `/api/${word('an unknown address')}`);
  await door.ask('GET', `/api/listings/${word('an id that is none')}`);
  await door.ask('GET', `/api/listings?city=${word('a city')}&q=${word('words of a search')}&${word('an unknown parameter')}=1`);
  await door.ask('GET', `/s/${word('a code')}`);
  await door.ask('GET', `/verify-email?token=${word('a token in a link')}`);
  await door.ask('GET', `/socket.io/?EIO=4&transport=polling&token=${word('a token of a socket')}`);
  await door.ask('GET', `/api/%${word('an address that cannot be read')}`);
}
