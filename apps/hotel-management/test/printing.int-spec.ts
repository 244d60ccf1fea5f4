import { constants, inflateSync } from 'node:zlib';
import { AddRoom, PrintRevenueReport, type PrintRevenueReportRequest, type PrintedReportView, RefundPayment } from '@bookable/contracts-hotel-management';
import { parse } from 'csv-parse/sync';
import { type House, RunningHotel, day, refusalOf, somebody } from './running-hotel';

let hotel: RunningHotel;
let house: House;

beforeAll(async () => {
  hotel = await RunningHotel.start();
  house = await hotel.open(somebody(), 1);
  await house.ask(AddRoom, { number: '=1+1', floor: 1, category: 'standard', beds: 2, minibar: false });
  const guest = await house.guest(0, 2, { roomId: house.roomIds[0] });
  await house.ask(RefundPayment, { reservationId: guest.id, paymentId: guest.payments[0]!.id, amount: 5 });
});
afterAll(() => hotel.stop());

const print = (more: Partial<PrintRevenueReportRequest>) => house.ask(PrintRevenueReport, { from: day(0), to: day(2), ...more });
const bytesOf = ({ content }: PrintedReportView) => Buffer.from(content, 'base64');

/** Everything that is packed inside a PDF, as text; where a stream ends may be taken for a byte of it, or the other way round. */
function insideOf(bytes: Buffer): string {
  const text = bytes.toString('latin1');
  const streams = [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, packed = '']) => Buffer.from(packed, 'latin1'));
  return streams.map((packed) => (packed[0] === 0x78 ? inflateSync(packed, { finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1') : '')).join('\n');
}

describe('The report of a hotel as a file', () => {
  it('is CSV with money in whole units, a line for each part, and no formula that somebody has named a room', async () => {
    const file = await print({ format: 'csv' });
    expect(file).toMatchObject({ fileName: `income-${day(0)}-${day(2)}.csv`, mediaType: 'text/csv; charset=utf-8' });
    const lines: Record<string, string>[] = parse(bytesOf(file), { bom: true, columns: true });
    const told = lines.map(({ Part, Room, Revenue, Occupancy }) => [Part, Room, Revenue, Occupancy]);
    expect(told.slice(0, 4)).toEqual([['Total', '', '199.95', '0.5'], ['Period', '', '199.95', '0.5'], ['Period', '', '0.00', '0.5'], ['Category', '', '199.95', '0.5']]);
    expect(told.slice(4).sort()).toEqual([['Room', "'=1+1", '0.00', '0'], ['Room', '101', '199.95', '1']]);
    expect(lines[0]).toMatchObject({ From: day(0), 'To (excluded)': day(2), Paid: '200.00', Refunded: '0.05', Currency: 'EUR', ADR: '99.98', RevPAR: '49.99' });
  });

  it('is in the language of its reader', async () => {
    const russian = bytesOf(await print({ format: 'csv', locale: 'ru' })).toString('utf8');
    expect(russian.split('\r\n')[0]).toBe('\uFEFFРаздел,С,По (не включая),Категория,Номер,Оплачено,Возвращено,Доход,Валюта,Продано ночей,Всего ночей,Загрузка,ADR,RevPAR');
  });

  it('is PDF, with the letters of either alphabet inside, and as many pages as it takes', async () => {
    const [english, russian] = await Promise.all((['en', 'ru'] as const).map((locale) => print({ format: 'pdf', locale, to: day(70) })));
    const [one, other] = [english!, russian!].map((file) => bytesOf(file));
    expect(english).toMatchObject({ mediaType: 'application/pdf', fileName: `income-${day(0)}-${day(70)}.pdf` });
    expect(one!.toString('latin1')).toMatch(/^%PDF-1[\s\S]*%%EOF\s*$/);
    expect(other!.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(3);
    // A character is there where the font that is packed in says which one its picture is of: here the first letter of "Доход".
    expect([insideOf(one!).includes('<0414>'), insideOf(other!).includes('<0414>')]).toEqual([false, true]);
  });

  it('is not printed where nobody would read so much, nor for anybody but an owner', async () => {
    expect(await refusalOf(print({ format: 'pdf', to: day(900) }))).toBe('report-too-long');
    expect((await print({ format: 'pdf', to: day(900), by: 'month' })).mediaType).toBe('application/pdf');
    expect(await refusalOf(house.ask(PrintRevenueReport, { from: day(0), to: day(2), format: 'csv' }, somebody()))).toBe('forbidden');
  });
});
