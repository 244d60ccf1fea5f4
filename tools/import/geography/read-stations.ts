import type { StationTerms } from '@bookable/contracts-catalog';
import { type CsvRow, readCsv } from '../read-csv';

const COLUMNS = ['city_name', 'line_name', 'line_hex_color', 'station_id', 'station_name', 'lat', 'lng'] as const;
type StationRow = Readonly<Record<(typeof COLUMNS)[number], string>>;

/** Something that was left out, and why. */
export interface GeographyFault {
  readonly place: string;
  readonly reason: string;
}

/** What files say, as far as it could be understood. */
export interface Understood<Terms> {
  readonly found: readonly Terms[];
  readonly faults: readonly GeographyFault[];
}

/**
 * Reads stations as the data set nalgeon/metro has them: one file in Russian, one in English, of the same columns
 * (`city_name, line_name, line_hex_color, station_id, station_name, lat, lng`). What only one of the two knows is called
 * the same in both languages.
 */
export async function readStations(russian: string, english: string): Promise<Understood<StationTerms>> {
  const faults: GeographyFault[] = [];
  const englishById = new Map<string, StationRow>();
  for await (const { row } of rowsOf(english, faults)) englishById.set(row.station_id, row);
  const found = new Map<string, StationTerms>();
  for await (const { line, row } of rowsOf(russian, faults)) {
    const station = stationOf(row, englishById.get(row.station_id));
    const place = `${russian}, line ${line}`;
    if (typeof station === 'string') faults.push({ place, reason: station });
    else if (found.has(station.externalId)) faults.push({ place, reason: `${station.externalId} came before` });
    else found.set(station.externalId, station);
  }
  return { found: [...found.values()], faults };
}

function rowsOf(file: string, faults: GeographyFault[]): AsyncGenerator<CsvRow<StationRow>> {
  return readCsv<StationRow>(file, { columns: COLUMNS, onBroken: (line, reason) => faults.push({ place: `${file}, line ${line}`, reason }) });
}

/** A station, or why this is none. */
function stationOf(ru: StationRow, en: StationRow | undefined): StationTerms | string {
  const { station_id: externalId, station_name: name, city_name: city, line_name: lineName, line_hex_color: color } = ru;
  const [lat, lng] = [Number(ru.lat || NaN), Number(ru.lng || NaN)];
  if (!externalId || !name || !city) return 'names no station';
  if (!(Math.abs(lat) <= 90 && Math.abs(lng) <= 180)) return `${name} has no place on the globe`;
  const line = lineName ? { name: { ru: lineName, en: en?.line_name || lineName }, ...(/^[0-9A-Fa-f]{6}$/.test(color) && { color }) } : undefined;
  return { externalId, city, name: { ru: name, en: en?.station_name || name }, line, lat, lng };
}
