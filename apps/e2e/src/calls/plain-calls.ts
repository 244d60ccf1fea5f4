import type { Staging, Stagings } from './right-call';
import { pictureForm } from '../picture';

interface Link {
  readonly code: string;
}

const onLink: Staging = async ({ landlord: by }) => {
  const { code } = await by.post<Link>('/api/links', { url: 'https://example.org/far/away' });
  return { by, path: { code } };
};

const alone: Staging = ({ landlord: by }) => ({ by });

/** Short links, and the addresses beside the API proper. */
export const plainCalls: Stagings = {
  'POST /api/links': ({ landlord: by }) => ({ by, body: () => ({ url: 'https://example.org/far/away', expiresAt: '2199-01-01T00:00:00Z' }) }),
  'GET /api/links/{code}/stats': onLink,
  'GET /api/links': ({ landlord: by }) => ({ by, query: { limit: '5' } }),
  'PUT /api/links/{code}': async (world) => ({ ...(await onLink(world)), body: () => ({ url: 'https://example.org/further/away', expiresAt: '2198-01-01T00:00:00Z' }) }),
  'DELETE /api/links/{code}': onLink,
  'GET /s/{code}': onLink,
  'GET /s/{code}/qr.png': onLink,
  'GET /s/{code}/qr.svg': onLink,
  'GET /media/{key}': async (world) => {
    const listing = `/api/apartments/${await world.listing('apartments')}`;
    await world.photoOf(listing, pictureForm('files'));
    const { photos } = await world.landlord.get<{ photos: { urls: { small: string } }[] }>(listing);
    return { by: world.landlord, path: { key: new URL(photos[0]!.urls.small, world.door.url).pathname.replace('/media/', '') } };
  },
  'GET /.well-known/jwks.json': alone,
  'GET /dev/mailbox': ({ landlord: by }) => ({ by, query: { to: by.user.email, limit: '5' } }),
  'GET /health/live': alone,
  'GET /health/ready': alone,
  'GET /metrics': alone,
  'GET /api/openapi.json': alone,
};
