import { ChangeGuest, GetGuest, RegisterGuest } from '@bookable/contracts-hotel-management';
import { ExportPerson, GetBackgroundWork, inService } from '@bookable/contracts-operations';
import { SealingKey } from '@bookable/platform-sealing';
import { type Caller, type House, RunningHotel, SEALING_KEY, day, somebody } from './running-hotel';

const NEW_KEY = 'the sealing key that comes after that one';
const ADA = { firstName: 'Ada', lastName: 'Lovelace', birthDate: '1955-12-10', phone: '+37120000001' };
const NOTE = 'pays in coins';

describe('what a hotel knows of its guests', () => {
  let hotel: RunningHotel;
  let owner: Caller;
  let house: House;

  beforeAll(async () => {
    hotel = await RunningHotel.start();
    owner = somebody();
    house = await hotel.open(owner, 1);
  });
  afterAll(() => hotel.stop());

  const guest = async (terms: object = {}, by = owner) => house.ask(RegisterGuest, { ...ADA, ...terms }, by);
  const shown = (guestId: string) => house.ask(GetGuest, { guestId });
  /** Every table of the service, as a dump has it. */
  const dump = async (): Promise<string> => {
    const tables = await hotel.rows<{ name: string }>(`SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'hotel_management'::regnamespace`);
    const rows = await Promise.all(tables.map(({ name }) => hotel.rows(`SELECT row::text FROM ${name} AS row`)));
    expect(tables.length).toBeGreaterThan(15);
    return JSON.stringify(rows);
  };
  const exported = async (by: Caller, table: string) => (await hotel.ask(inService(ExportPerson, 'hotel-management'), { service: 'hotel-management', personId: by.userId, table }, by)).rows;

  it('lies sealed but for names and how to reach them, and is shown as it was said', async () => {
    const { id } = await guest({ note: NOTE });
    expect(await shown(id)).toMatchObject({ ...ADA, note: NOTE });
    const everything = await dump();
    for (const secret of [ADA.birthDate, NOTE]) expect(everything).not.toContain(secret);
    expect(everything).toContain(ADA.lastName);
  });

  it('is handed to its own person as they know it, without what the desk notes', async () => {
    const visitor = somebody();
    const { id } = await guest({ note: 'mine' }, visitor);
    const [row] = await exported(visitor, 'guest');
    expect(row).toMatchObject({ id, birth_date: ADA.birthDate, first_name: 'Ada' });
    expect(Object.keys(row!).filter((column) => /note|sealed/.test(column))).toEqual([]);
  });

  it('is read as a release wrote it that knew of no seals', async () => {
    const { id } = await guest();
    await hotel.rows('UPDATE guest SET birth_date = $2, sealed_birth_date = NULL, note = $3 WHERE id = $1', [id, '1956-01-31', 'by an earlier release']);
    expect(await shown(id)).toMatchObject({ birthDate: '1956-01-31', note: 'by an earlier release' });
    await house.ask(ChangeGuest, { guestId: id, ...ADA });
    expect(await hotel.rows('SELECT birth_date, note, sealed_note FROM guest WHERE id = $1', [id])).toEqual([{ birth_date: null, note: null, sealed_note: null }]);
  });

  it('is sealed anew by a job that administrators see', async () => {
    const { jobs } = await hotel.ask(inService(GetBackgroundWork, 'hotel-management'), { service: 'hotel-management' }, { ...somebody(), roles: ['admin'] });
    expect(jobs).toContainEqual(expect.objectContaining({ name: 'reseal-fields.run', cadence: 'every 30 s' }));
  });

  it('opens in no other row', async () => {
    const [one, other] = [await guest(), await guest({ birthDate: '2001-01-01' })];
    await hotel.rows('UPDATE guest SET sealed_birth_date = (SELECT sealed_birth_date FROM guest WHERE id = $2) WHERE id = $1', [one.id, other.id]);
    await expect(shown(one.id)).rejects.toThrow();
    expect(await shown(other.id)).toMatchObject({ birthDate: '2001-01-01' });
    await hotel.rows('DELETE FROM guest WHERE id = $1', [one.id]);
  });

  it('is read under an old key and a new one, and a process without the key it needs does not start', async () => {
    const { id } = await guest({ note: NOTE });
    await expect(hotel.replica({ HOTEL_MANAGEMENT_SEALING_KEYS: NEW_KEY })).rejects.toThrow(`still name the key ${new SealingKey('hotel-management', SEALING_KEY).keyId}`);
    await hotel.replica({ HOTEL_MANAGEMENT_SEALING_KEYS: `${NEW_KEY},${SEALING_KEY}` });
    for (let time = 0; time < 4; time += 1) expect(await shown(id)).toMatchObject({ ...ADA, note: NOTE });
    expect(await house.reserve(1, 2, { guestId: id })).toMatchObject({ from: day(1), guestId: id });
  });
});
