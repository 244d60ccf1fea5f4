import { createHash } from 'node:crypto';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An entry of the other platform's calendar: two days, or two instants. */
export type Sold = readonly [from: string, to: string];

type Answer = (request: IncomingMessage, reply: ServerResponse) => void;

/** A calendar as booking sites write them. */
export function calendarOf(sold: readonly Sold[], uid = (index: number) => `${index}@other.example`): string {
  const line = (name: string, moment: string) =>
    moment.includes('T') ? `${name}:${new Date(moment).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z` : `${name};VALUE=DATE:${moment.replaceAll('-', '')}`;
  const events = sold.flatMap(([from, to], index) => ['BEGIN:VEVENT', line('DTEND', to), line('DTSTART', from), `UID:${uid(index)}`, 'SUMMARY:Reserved', 'END:VEVENT']);
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Other//Platform//EN', ...events, 'END:VCALENDAR', ''].join('\r\n');
}

/** Another platform on this machine, whose calendars a test decides. */
export class OtherPlatform {
  private readonly calendars = new Map<string, Answer>();
  readonly asked: { readonly path: string; readonly headers: IncomingMessage['headers'] }[] = [];

  private constructor(private readonly server: Server) {}

  static async open(): Promise<OtherPlatform> {
    const server = createServer();
    const platform = new OtherPlatform(server);
    server.on('request', (request: IncomingMessage, reply: ServerResponse) => {
      const path = request.url ?? '';
      platform.asked.push({ path, headers: request.headers });
      const answer = platform.calendars.get(path);
      if (answer) answer(request, reply);
      else reply.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return platform;
  }

  get host(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  url(path: string): string {
    return `http://${this.host}${path}`;
  }

  /** Lets a calendar say what is sold; it carries a tag, as good ones do. */
  sell(path: string, ...sold: Sold[]): void {
    this.say(path, calendarOf(sold));
  }

  say(path: string, text: string): void {
    const etag = `"${createHash('sha256').update(text).digest('base64url')}"`;
    this.answer(path, (request, reply) => {
      if (request.headers['if-none-match'] === etag) reply.writeHead(304, { etag }).end();
      else reply.writeHead(200, { 'content-type': 'text/calendar', etag }).end(text);
    });
  }

  answer(path: string, answer: Answer): void {
    this.calendars.set(path, answer);
  }

  /** How often a calendar was asked for. */
  timesAsked(path: string): number {
    return this.asked.filter((one) => one.path === path).length;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
