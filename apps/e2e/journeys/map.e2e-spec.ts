import { randomUUID } from 'node:crypto';
import { eventually } from '../src/eventually';
import { apartment, ownCity } from '../src/offers';
import { signInOperator } from '../src/operator';
import { Person } from '../src/person';
import { runningSystem } from '../src/running-system';

interface Found {
  readonly items: readonly { readonly id: string; readonly location: { readonly district?: string }; readonly nearestStation: { readonly walkMinutes: number; readonly name: { readonly ru: string } } | null }[];
}

interface MapOfListings {
  readonly type: string;
  readonly features: readonly { readonly properties: { readonly cluster: boolean; readonly count?: number; readonly id?: string } }[];
}

/** A square of its own in the south of the Indian Ocean, where nobody else offers anything. */
const [LAT, LNG] = [-40 - Math.random(), 80 + Math.random()];

describe('the map', () => {
  const door = runningSystem();
  const city = ownCity();
  const source = `map${randomUUID().replaceAll('-', '').slice(0, 20)}`;
  const name = { en: `Harbour ${source}`, ru: `район Гавань ${source}` };
  let operator: Person;
  let ids: string[];

  beforeAll(async () => {
    operator = await signInOperator(door);
    const landlord = await Person.register(door, 'Marina Map', { role: 'landlord' });
    const offer = (lat: number, lng: number) => landlord.post<{ id: string }>('/api/listings', apartment(city, { location: { city, lat, lng } }));
    ids = (await Promise.all([offer(LAT, LNG), offer(LAT + 0.0002, LNG), offer(LAT + 0.5, LNG)])).map(({ id }) => id);
  });

  const search = async (query: Record<string, string>): Promise<Found> => (await door.ask<Found>('GET', `/api/listings?${new URLSearchParams({ city, ...query })}`)).body;
  const mapAt = async (zoom: string): Promise<MapOfListings> => {
    const { body, headers } = await door.ask<MapOfListings>('GET', `/api/apartments?${new URLSearchParams({ city, zoom })}`, { headers: { accept: 'application/geo+json' } });
    expect(headers.get('content-type')).toMatch(/^application\/geo\+json/);
    expect(headers.get('vary')).toContain('accept');
    return body;
  };

  it('gathers what lies close together, and parts it when looked at closely', async () => {
    const far = await eventually('all are found', async () => {
      const map = await mapAt('11');
      return map.features.length === 2 && map;
    });
    expect(far).toMatchObject({ type: 'FeatureCollection', features: [{ properties: { cluster: true, count: 2 } }, { properties: { cluster: false, id: ids[2] } }] });
    expect((await mapAt('22')).features.map(({ properties }) => properties.id).sort()).toEqual([...ids].sort());
  });

  it('knows districts and stations once an operator has brought them, and forgets them with their source', async () => {
    const ring = [[LNG - 0.1, LAT - 0.1], [LNG + 0.1, LAT - 0.1], [LNG + 0.1, LAT + 0.1], [LNG - 0.1, LAT + 0.1], [LNG - 0.1, LAT - 0.1]];
    await operator.post('/api/admin/districts', { source, districts: [{ externalId: '1', city, name, area: { type: 'Polygon', coordinates: [ring] } }] }, 204);
    await operator.post('/api/admin/stations', { source, stations: [{ externalId: '1', city, name, lat: LAT + 0.005, lng: LNG }] }, 204);
    await operator.put('/api/admin/geography', { source, stationIds: ['1'], districtIds: ['1'] });
    const found = await eventually('listings are placed', async () => {
      const answer = await search({ district: `Гавань ${source}`, nearStation: '1000' });
      return answer.items.length === 2 && answer;
    });
    expect(found.items.map(({ location, nearestStation }) => [location.district, nearestStation?.name.ru])).toEqual([[name.ru, name.ru], [name.ru, name.ru]]);
    expect(found.items.map(({ nearestStation }) => nearestStation?.walkMinutes).sort()).toEqual([10, 9]);
    const { body: districts } = await door.ask<{ items: unknown[] }>('GET', `/api/cities/${encodeURIComponent(city)}/districts`);
    expect(districts.items).toEqual([{ name: name.ru, names: name, count: 2 }]);
    await operator.put('/api/admin/geography', { source, stationIds: [], districtIds: [] });
    await eventually('listings are placed anew', async () => (await search({ district: name.en })).items.length === 0);
  });
});
