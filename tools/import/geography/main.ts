import 'reflect-metadata';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { DistrictTerms, GeographyView, StationTerms } from '@bookable/contracts-catalog';
import { SingleBar } from 'cli-progress';
import { asksForUsage } from '../../launch/asks-for-usage';
import { operatorOf } from '../operator';
import { PlatformClient } from '../platform-client';
import { inPiecesOf } from './in-pieces';
import { readDistricts } from './read-districts';
import { type Understood, readStations } from './read-stations';

const USAGE = `Usage: npm run import:geo -- stations <russian.csv[.gz]> <english.csv[.gz]> [--source metro]
       npm run import:geo -- districts <areas.geojson[.gz]> --city NAME [--source districts]
  --url URL   the platform, http://localhost:PORT unless told
What the same source knew before and does not name now is forgotten; of districts, give a source of its own to each file.
Signs in as OPERATOR_EMAIL with OPERATOR_PASSWORD, or as the operator that the local platform wrote into its data folder.`;

/** What a request may weigh, with room to spare. */
const PIECE_BYTES = 400_000;
const LOOK_EVERY_MS = 500;

type Kind = 'stations' | 'districts';

async function main(): Promise<void> {
  if (asksForUsage()) return console.log(USAGE);
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { url: { type: 'string', default: process.env['BOOKABLE_URL'] ?? `http://localhost:${process.env['PORT'] || '3000'}` }, city: { type: 'string' }, source: { type: 'string' } },
  });
  const [kind, first, second] = positionals;
  if (kind === 'stations' && first && second) await bring(values.url, kind, values.source ?? 'metro', await readStations(first, second));
  else if (kind === 'districts' && first && values.city) await bring(values.url, kind, values.source ?? 'districts', await readDistricts(first, values.city));
  else throw new Error(USAGE);
}

async function bring(url: string, kind: Kind, source: string, { found, faults }: Understood<StationTerms | DistrictTerms>): Promise<void> {
  const platform = await PlatformClient.signIn(url, operatorOf(process.env['DATA_DIR'] || '.data'));
  const bar = new SingleBar({ format: `importing {bar} {value}/{total} ${kind}`, noTTYOutput: false });
  bar.start(found.length, 0);
  try {
    for (const piece of inPiecesOf(found, kind === 'stations' ? 500 : 50, PIECE_BYTES)) {
      await platform.send('POST', `/api/admin/${kind}`, { source, [kind]: piece });
      bar.increment(piece.length);
    }
  } finally {
    bar.stop();
  }
  const known = found.map(({ externalId }) => externalId);
  await platform.send<GeographyView>('PUT', '/api/admin/geography', { source, [kind === 'stations' ? 'stationIds' : 'districtIds']: known });
  await untilPlaced(platform);
  for (const { place, reason } of faults) console.log(`${place}: ${reason}`);
  console.log(`${found.length} ${kind} are on the map, ${faults.length} left out; every listing is placed.`);
}

async function untilPlaced(platform: PlatformClient): Promise<void> {
  const look = () => platform.get<GeographyView>('/api/admin/geography');
  let { isPlacing, listingsToPlace } = await look();
  const bar = new SingleBar({ format: 'placing {bar} {value}/{total} listings', noTTYOutput: false });
  bar.start(listingsToPlace, 0);
  try {
    for (const total = listingsToPlace; isPlacing; ) {
      await pause(LOOK_EVERY_MS);
      ({ isPlacing, listingsToPlace } = await look());
      bar.update(Math.max(0, total - listingsToPlace));
    }
  } finally {
    bar.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
