import { randomUUID } from 'node:crypto';
import { linkIn, mailTo } from '../mailbox';
import { eventually } from '../eventually';
import { Person } from '../person';
import { pictureForm } from '../picture';
import type { Stagings } from './right-call';
import type { SmallWorld } from './small-world';

const address = () => `${randomUUID()}@journey.example`;
const password = () => `correct horse ${randomUUID()}`;

async function mailedToken(world: SmallWorld, to: string, subject: RegExp): Promise<string> {
  const mail = await eventually(`a mail to ${to}`, async () => (await mailTo(world.door, to)).find((one) => subject.test(one.subject)));
  const link = new URL(linkIn(mail));
  const { headers } = link.pathname.startsWith('/s/') ? await world.door.ask('GET', link.pathname) : { headers: new Headers({ location: link.href }) };
  return new URL(headers.get('location') ?? '').searchParams.get('token') ?? '';
}

const exportOf = async (person: Person) => (await person.post<{ id: string }>('/api/me/export', {}, 202)).id;

/** Accounts, sessions, people and those who follow them. */
export const accountCalls: Stagings = {
  'POST /api/auth/register': ({ landlord: by }) => ({
    by, body: () => ({ email: address(), password: password(), name: 'Rita Registered', role: 'landlord', locale: 'en' }),
  }),
  'POST /api/auth/login': ({ landlord: by }) => ({ by, body: () => ({ email: by.user.email, password: by.password }) }),
  'POST /api/auth/refresh': async (world) => {
    const by = await world.newcomer();
    return { by, body: () => ({ refreshToken: by.refreshToken }) };
  },
  'POST /api/auth/logout': async (world) => {
    const by = await world.newcomer();
    return { by, body: () => ({ refreshToken: by.refreshToken }) };
  },
  'GET /api/auth/me': ({ landlord: by }) => ({ by }),
  'POST /api/auth/verify-email': async (world) => {
    const by = await world.newcomer();
    const token = await mailedToken(world, by.user.email, /./);
    return { by, body: () => ({ token }) };
  },
  'POST /api/auth/verify-email/resend': ({ landlord: by }) => ({ by, body: () => ({ email: by.user.email }) }),
  'POST /api/auth/password/forgot': ({ landlord: by }) => ({ by, body: () => ({ email: by.user.email }) }),
  'POST /api/auth/password/reset': async (world) => {
    const by = await world.newcomer();
    await world.door.ask('POST', '/api/auth/password/forgot', { body: { email: by.user.email } });
    const token = await mailedToken(world, by.user.email, /password/i);
    return { by, body: () => ({ token, password: password() }) };
  },
  'PUT /api/auth/password': async (world) => {
    const by = await world.newcomer();
    return { by, body: () => ({ currentPassword: by.password, newPassword: password() }) };
  },
  'GET /api/auth/sessions': ({ landlord: by }) => ({ by, query: { limit: '5' } }),
  'DELETE /api/auth/sessions/{id}': async ({ door, landlord: by }) => {
    const other = await Person.signIn(door, by.user.email, by.password);
    const { body } = await other.ask<{ items: { id: string; current: boolean }[] }>('GET', '/api/auth/sessions?limit=100');
    return { by, path: { id: body.items.find(({ current }) => current)!.id } };
  },
  'GET /api/users/{id}': ({ landlord: by }) => ({ by, path: { id: by.id } }),
  'PUT /api/users/{id}': ({ landlord: by }) => ({
    by, path: { id: by.id }, body: () => ({ name: 'Lena Landlord', locale: 'en', landlord: true, phone: '+493012345678', about: 'Lets flats.' }),
  }),
  'DELETE /api/users/{id}': async (world) => {
    const by = await world.newcomer();
    return { by, path: { id: by.id } };
  },
  'PUT /api/users/{id}/avatar': ({ landlord: by }) => ({ by, path: { id: by.id }, form: (colour?: string) => pictureForm('file', {}, colour) }),
  'PUT /api/users/{id}/follow': async (world) => ({ by: world.stranger, path: { id: (await world.newcomer()).id } }),
  'DELETE /api/users/{id}/follow': async (world) => ({ by: world.stranger, path: { id: (await world.newcomer()).id } }),
  'PUT /api/users/{id}/block': async (world) => ({ by: world.stranger, path: { id: (await world.newcomer()).id } }),
  'DELETE /api/users/{id}/block': async (world) => ({ by: world.stranger, path: { id: (await world.newcomer()).id } }),
  'POST /api/me/export': ({ landlord: by }) => ({ by, body: () => ({}) }),
  'GET /api/me/export/{id}': async (world) => {
    const by = await world.newcomer();
    return { by, path: { id: await exportOf(by) } };
  },
  'GET /api/me/export/{id}/file': async (world) => {
    const by = await world.newcomer();
    const id = await exportOf(by);
    await eventually('the export is ready', async () => (await by.get<{ state: string }>(`/api/me/export/${id}`)).state === 'ready', 60_000);
    return { by, path: { id } };
  },
  'GET /api/me/blocked': ({ landlord: by }) => ({ by, query: { limit: '5' } }),
  'GET /api/users/{id}/followers': ({ landlord: by }) => ({ by, path: { id: by.id }, query: { limit: '5' } }),
  'GET /api/users/{id}/following': ({ landlord: by }) => ({ by, path: { id: by.id }, query: { limit: '5' } }),
};
