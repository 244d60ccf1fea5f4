import { eachOf } from '../measure/each-of';
import type { HttpClient } from './http-client';

/** Listings, an owner and some renters, made through the public door before anything is measured. */
export interface Town {
  readonly listingIds: readonly string[];
  readonly renterTokens: readonly string[];
}

const CITIES = ['Riga', 'Tallinn', 'Vilnius', 'Gdansk'];

/** Somebody new; answers their access token. */
export async function register(client: HttpClient, name: string, role: string): Promise<string> {
  const body = { name, role, email: `${name.toLowerCase().replaceAll(' ', '-')}@bench.example`, password: 'a horse, a battery and a staple' };
  return (JSON.parse(await client.ask({ method: 'POST', path: '/api/auth/register', body }, 201)) as { accessToken: string }).accessToken;
}

function listing(index: number): object {
  const city = CITIES[index % CITIES.length]!;
  return {
    kind: 'apartment',
    title: `Flat number ${index} in ${city}`,
    description: 'Two rooms with a view over the roofs, close to the station and the market; quiet at night, bright in the morning.',
    category: 'apartment',
    amenities: ['wifi', 'kitchen', 'washer', 'heating'].slice(0, 1 + (index % 4)),
    location: { city, lat: 56 + (index % 100) / 100, lng: 24 + (index % 77) / 100 },
    timeZone: 'Europe/Riga',
    price: { currency: 'EUR', per: 'night', amount: 4_000 + ((index * 7_919) % 20_000) },
    booking: { approval: 'instant', minUnits: 1, maxUnits: 30 },
    details: { rooms: 2, beds: 2, guests: 4 },
  };
}

/** Builds a town of so many listings, some at a time. */
export async function buildTown(client: HttpClient, listings: number, renters: number): Promise<Town> {
  const token = await register(client, 'Bench Owner', 'landlord');
  const listingIds: string[] = [];
  await eachOf(listings, 16, async (index) => {
    const made = await client.ask({ method: 'POST', path: '/api/listings', token, body: listing(index) }, 201);
    listingIds.push((JSON.parse(made) as { id: string }).id);
  });
  const renterTokens: string[] = [];
  for (let index = 0; index < renters; index += 1) renterTokens.push(await register(client, `Bench Renter ${index}`, 'renter'));
  return { listingIds, renterTokens };
}
