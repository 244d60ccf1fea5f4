import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setImmediate as breathe } from 'node:timers/promises';
import type { RevenueFigures, RevenueReportView } from '@bookable/contracts-hotel-management';
import { addDays } from '@bookable/kernel';
import PDFDocument from 'pdfkit';
import { inMajorUnits } from '../../domain/major-units';
import { REPORT_TEXTS, type ReportLocale } from './report.texts';

const LANGUAGE = { en: 'en-GB', ru: 'ru-RU' } as const;
const MARGIN = 36;
const ROW_HEIGHT = 15;
const SIZE = 8;
/** The first column says what a row is of; the others hold figures. */
const WIDTHS = [139, 90, 80, 90, 85, 80, 65, 70, 70] as const;

const requireHere = createRequire(__filename);
/** Fonts of its own, so that it looks alike everywhere and both alphabets are there. Read once, when the first report is printed. */
const fonts = new Map<string, Buffer>();

function font(name: 'DejaVuSans' | 'DejaVuSans-Bold'): Buffer {
  const bytes = fonts.get(name) ?? readFileSync(requireHere.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`));
  fonts.set(name, bytes);
  return bytes;
}

/** A report as PDF for printing: A4 across, a table each for the total, the periods, the categories and the rooms. */
export async function revenuePdf(report: RevenueReportView, { hotelName, locale, printedAt }: { readonly hotelName: string; readonly locale: ReportLocale; readonly printedAt: Date }): Promise<Buffer> {
  const texts = REPORT_TEXTS[locale];
  const { total, periods, categories, rooms, timeZone, currency } = report;
  const sheet = new RevenueSheet(report, locale, { Title: `${texts.title}: ${hotelName}`, CreationDate: printedAt });
  sheet.heading(`${texts.title}: ${hotelName.replace(/\s+/g, ' ')}`, `${span(report, locale)} · ${currency} · ${texts.hotelTime(timeZone)}`);
  await sheet.table(texts.parts.total, [[span(report, locale), total]]);
  await sheet.table(texts.parts.period, periods.map((period) => [span(period, locale), period]));
  await sheet.table(texts.parts.category, categories.map((one) => [texts.categories[one.category], one]));
  await sheet.table(texts.parts.room, rooms.map((room) => [room.roomNumber ?? texts.noRoom, room]));
  return sheet.printed();
}

/** From the first day to the last one, as people say it: both included. */
function span({ from, to }: { readonly from: string; readonly to: string }, locale: ReportLocale): string {
  const format = new Intl.DateTimeFormat(LANGUAGE[locale], { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  const last = addDays(to, -1);
  const [first, until] = [from, last].map((day) => format.format(new Date(`${day}T00:00:00Z`))) as [string, string];
  return from === last ? first : `${first} – ${until}`;
}

class RevenueSheet {
  private readonly document: PDFKit.PDFDocument;
  private readonly bytes: Promise<Buffer>;
  private readonly number: Intl.NumberFormat;
  private readonly percent: Intl.NumberFormat;
  private y = MARGIN;

  constructor(
    private readonly report: RevenueReportView,
    private readonly locale: ReportLocale,
    info: PDFKit.DocumentInfo,
  ) {
    const digits = new Intl.NumberFormat('en', { style: 'currency', currency: report.currency }).resolvedOptions().maximumFractionDigits ?? 2;
    this.number = new Intl.NumberFormat(LANGUAGE[locale], { minimumFractionDigits: digits, maximumFractionDigits: digits });
    this.percent = new Intl.NumberFormat(LANGUAGE[locale], { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
    this.document = new PDFDocument({ size: 'A4', layout: 'landscape', margin: MARGIN, bufferPages: true, info, lang: locale });
    this.document.registerFont('plain', font('DejaVuSans')).registerFont('bold', font('DejaVuSans-Bold'));
    const chunks: Buffer[] = [];
    this.bytes = new Promise((resolve, reject) => {
      this.document.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => resolve(Buffer.concat(chunks))).on('error', reject);
    });
  }

  heading(title: string, subtitle: string): void {
    this.document.font('bold').fontSize(14).text(title, MARGIN, this.y, { lineBreak: false, ellipsis: true, width: this.width });
    this.document.font('plain').fontSize(9).text(subtitle, MARGIN, this.y + 20, { lineBreak: false });
    this.y += 2 * ROW_HEIGHT + 10;
  }

  /** A table with a heading of its own, which comes again on every page it runs on to. */
  async table(name: string, rows: readonly (readonly [what: string, figures: RevenueFigures])[]): Promise<void> {
    if (rows.length === 0) return;
    const { paid, refunded, revenue, sold, available, occupancy, adr, revPar } = REPORT_TEXTS[this.locale].columns;
    const head = () => this.row([name, paid, refunded, revenue, sold, available, occupancy, adr, revPar], 'bold');
    if (!this.hasRoomFor(2)) await this.turn();
    head();
    for (const [what, figures] of rows) {
      if (!this.hasRoomFor(1)) {
        await this.turn();
        head();
      }
      this.row([what, ...this.cells(figures)], 'plain');
    }
    this.y += ROW_HEIGHT;
  }

  /** The bytes, once every page has its number. */
  printed(): Promise<Buffer> {
    const { count } = this.document.bufferedPageRange();
    for (let page = 0; page < count; page += 1) {
      this.document.switchToPage(page);
      const y = this.document.page.height - MARGIN - ROW_HEIGHT;
      this.document.font('plain').fontSize(SIZE).text(REPORT_TEXTS[this.locale].page(page + 1, count), MARGIN, y, { width: this.width, align: 'right', lineBreak: false });
    }
    this.document.end();
    return this.bytes;
  }

  private get width(): number {
    return this.document.page.width - 2 * MARGIN;
  }

  private hasRoomFor(rows: number): boolean {
    return this.y + rows * ROW_HEIGHT <= this.document.page.height - MARGIN - 2 * ROW_HEIGHT;
  }

  /** Setting a page takes a while; whatever else waits has its turn in between. */
  private async turn(): Promise<void> {
    await breathe();
    this.document.addPage();
    this.y = MARGIN;
  }

  private row(cells: readonly string[], face: 'plain' | 'bold'): void {
    this.document.font(face).fontSize(SIZE);
    let x = MARGIN;
    for (const [index, cell] of cells.entries()) {
      const width = WIDTHS[index]!;
      if (cell !== '') this.document.text(cell, x, this.y, { width: width - 6, height: ROW_HEIGHT, align: index === 0 ? 'left' : 'right', lineBreak: false, ellipsis: true });
      x += width;
    }
    this.y += ROW_HEIGHT;
  }

  private cells({ paid, refunded, revenue, nightsSold, nightsAvailable, occupancy, adr, revPar }: RevenueFigures): string[] {
    const money = (amount: { readonly amount: number } | undefined) => (amount ? this.number.format(inMajorUnits(amount.amount, this.report.currency) as `${number}`) : '');
    return [money(paid), money(refunded), money(revenue), String(nightsSold), String(nightsAvailable), occupancy === undefined ? '' : this.percent.format(occupancy), money(adr), money(revPar)];
  }
}
