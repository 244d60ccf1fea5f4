import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { type DistrictTerms, isArea } from '@bookable/contracts-catalog';
import type { GeographyFault, Understood } from './read-stations';

type Said = Readonly<Record<string, unknown>>;

/**
 * Reads districts of a city from GeoJSON as click_that_hood has it: a collection of features with `name` and, in Latin
 * letters, `name_lat`. What is no area, or has no name, is named by its place in the file.
 */
export async function readDistricts(path: string, city: string): Promise<Understood<DistrictTerms>> {
  const bytes = await readFile(path);
  const { features } = JSON.parse((path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')) as Said;
  if (!Array.isArray(features)) throw new Error(`${path} is no collection of features.`);
  const found = new Map<string, DistrictTerms>();
  const faults: GeographyFault[] = [];
  features.forEach((feature: unknown, index) => {
    const district = districtOf(feature, city);
    const place = `${path}, feature ${index + 1}`;
    if (typeof district === 'string') faults.push({ place, reason: district });
    else if (found.has(district.externalId)) faults.push({ place, reason: `${district.externalId} came before` });
    else found.set(district.externalId, district);
  });
  return { found: [...found.values()], faults };
}

/** A district, or why this is none. */
function districtOf(feature: unknown, city: string): DistrictTerms | string {
  const { properties, geometry } = (typeof feature === 'object' && feature !== null ? feature : {}) as Said;
  const { name, name_lat: latin } = (properties ?? {}) as Said;
  if (typeof name !== 'string' || name.trim() === '') return 'has no name';
  if (!isArea(geometry)) return `${name} is no area of closed rings on the globe`;
  const ru = name.trim();
  return { externalId: `${city}: ${ru}`.slice(0, 100), city, name: { ru, en: typeof latin === 'string' && latin.trim() !== '' ? latin.trim() : ru }, area: { type: geometry.type, coordinates: geometry.coordinates } };
}
