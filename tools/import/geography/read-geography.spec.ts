import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { inPiecesOf } from './in-pieces';
import { readDistricts } from './read-districts';
import { readStations } from './read-stations';

const square = [[[0, 0], [2, 0], [2, 2], [0, 0]]];
const HEAD = 'city_name,line_name,line_hex_color,station_id,station_name,lat,lng\n';

describe('files of a map', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bookable-map-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const write = async (name: string, text: string): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, text);
    return path;
  };

  it('hold stations by their names in both languages, and name what is none', async () => {
    const ru = await write('ru.csv', `${HEAD}Москва,Калининская,FFCD1C,8.1,Новокосино,55.7,37.8\nМосква,Кольцевая,red,5.1,Курская,55.7,37.6\nМосква,,,5.1,Курская,55.7,37.6\nМосква,,,9,Нигде,,37\nМосква,,,,Никакая,1,1\n`);
    const en = await write('en.csv', `${HEAD}Moscow,Kalininskaya,FFCD1C,8.1,Novokosino,55.7,37.8\n`);
    const { found, faults } = await readStations(ru, en);
    expect(found).toEqual([
      { externalId: '8.1', city: 'Москва', name: { ru: 'Новокосино', en: 'Novokosino' }, line: { name: { ru: 'Калининская', en: 'Kalininskaya' }, color: 'FFCD1C' }, lat: 55.7, lng: 37.8 },
      { externalId: '5.1', city: 'Москва', name: { ru: 'Курская', en: 'Курская' }, line: { name: { ru: 'Кольцевая', en: 'Кольцевая' } }, lat: 55.7, lng: 37.6 },
    ]);
    expect(faults.map(({ place }) => place.split(', ')[1])).toEqual(['line 4', 'line 5', 'line 6']);
  });

  it('hold districts with their areas, and name what is none', async () => {
    const feature = (properties: object | null, geometry: unknown) => ({ type: 'Feature', properties, geometry });
    const features = [
      feature({ name: 'район Арбат', name_lat: 'rajon Arbat' }, { type: 'Polygon', coordinates: square }),
      feature({ name: 'район Арбат' }, { type: 'Polygon', coordinates: square }), feature(null, { type: 'Polygon', coordinates: square }),
      feature({ name: 'Point' }, { type: 'Point', coordinates: [0, 0] }), feature({ name: 'Open' }, { type: 'Polygon', coordinates: [[[0, 0], [2, 0], [2, 2], [1, 1]]] }), null,
    ];
    const { found, faults } = await readDistricts(await write('areas.geojson', JSON.stringify({ features })), 'Москва');
    expect(found).toEqual([{ externalId: 'Москва: район Арбат', city: 'Москва', name: { ru: 'район Арбат', en: 'rajon Arbat' }, area: { type: 'Polygon', coordinates: square } }]);
    expect(faults).toHaveLength(5);
  });

  it('are sent in pieces that hold everything once, in order, and no more than they may', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 40 })), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 100 }), (all, most, mostBytes) => {
        const pieces = [...inPiecesOf(all, most, mostBytes)];
        expect(pieces.flat()).toEqual(all);
        const bytes = (piece: string[]) => piece.reduce((sum, one) => sum + Buffer.byteLength(JSON.stringify(one)), 0);
        expect(pieces.every((piece) => piece.length > 0 && piece.length <= most && (piece.length === 1 || bytes(piece) <= mostBytes))).toBe(true);
      }),
    );
  });
});
