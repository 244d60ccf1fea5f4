import { type Server, createServer } from 'node:http';

/** Nights that are sold, the day of departure excluded. */
export type SoldNights = readonly [from: string, to: string];

/** Another platform that sells the same flat, at the one address where the system under test may read calendars. */
export class OtherPlatform {
  private calendar = '';
  private status = 200;
  private readonly server: Server;

  private constructor(private readonly host: string) {
    this.server = createServer((_request, reply) => void reply.writeHead(this.status, { 'content-type': 'text/calendar' }).end(this.calendar));
  }

  /** Whoever starts the journeys says where. */
  static async open(): Promise<OtherPlatform> {
    const host = process.env['OTHER_PLATFORM'];
    if (!host) throw new Error('Say where the system may read calendars: OTHER_PLATFORM=127.0.0.1:4010, and start it with CALENDAR_HOSTS_ALLOWED of the same.');
    const platform = new OtherPlatform(host);
    const { hostname, port } = new URL(`http://${host}`);
    await new Promise<void>((resolve, reject) => platform.server.once('error', reject).listen(Number(port), hostname, resolve));
    return platform;
  }

  get url(): string {
    return `http://${this.host}/hosting/calendar.ics`;
  }

  /** Says all that is sold, as booking sites say it. */
  sell(...nights: readonly SoldNights[]): void {
    const day = (text: string) => text.replaceAll('-', '');
    const events = nights.map(([from, to], index) => `BEGIN:VEVENT\r\nDTEND;VALUE=DATE:${day(to)}\r\nDTSTART;VALUE=DATE:${day(from)}\r\nUID:${index}@other.example\r\nSUMMARY:Reserved\r\nEND:VEVENT\r\n`);
    this.calendar = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Other//EN\r\n${events.join('')}END:VCALENDAR\r\n`;
    this.status = 200;
  }

  /** Answers with nothing but a failure from now on. */
  fail(): void {
    this.status = 503;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
