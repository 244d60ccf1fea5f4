import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { addressIsPublic } from '@bookable/kernel';
import { dataFile } from '@bookable/platform-testing';
import { OutboundFault, OutboundFetcher, type OutboundOptions, type Resolve } from '../src';
import { hostileSpellings } from './hostile-spellings';
import { LoopbackListener } from './loopback-listener';

const PUBLIC = [{ address: '93.184.215.14', family: 4 }];
const nobody: Resolve = async () => [];
const calendar = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n';
/** Packs zeros until there are 64 MB of them in a body of some kilobytes. */
const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));

const ANSWERS: Readonly<Record<string, (reply: ServerResponse, request: IncomingMessage) => void>> = {
  '/plain': (reply) => reply.end(calendar),
  '/gzip': (reply) => reply.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(calendar)),
  '/deflate': (reply) => reply.writeHead(200, { 'content-encoding': 'deflate' }).end(deflateSync(calendar)),
  '/br': (reply) => reply.writeHead(200, { 'content-encoding': 'br' }).end(brotliCompressSync(calendar)),
  '/bomb': (reply) => reply.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
  '/broken-gzip': (reply) => reply.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip at all'),
  '/unknown-encoding': (reply) => reply.writeHead(200, { 'content-encoding': 'compress' }).end('x'),
  '/large': (reply) => reply.end(Buffer.alloc(200_000)),
  '/endless': (reply) => {
    const write = (): void => {
      while (!reply.destroyed && reply.write(Buffer.alloc(16_384)));
    };
    reply.on('drain', write);
    write();
  },
  '/silence': () => undefined,
  '/half': (reply) => void reply.writeHead(200, { 'content-length': '100' }).write('half', () => reply.destroy()),
  '/reset': (reply) => reply.destroy(),
  '/no-http': (reply) => void reply.socket?.end('what do you want\r\n\r\n'),
  '/header-flood': (reply) => reply.writeHead(200, { 'x-flood': 'x'.repeat(30_000) }).end(),
  '/not-modified': (reply, { headers }) => void reply.writeHead(headers['if-none-match'] === '"1"' ? 304 : 200).end(),
  '/missing': (reply) => reply.writeHead(404).end('x'.repeat(1_000_000)),
  '/round': (reply) => reply.writeHead(302, { location: '/round' }).end(),
  '/nowhere': (reply) => reply.writeHead(302).end(),
};

function answer(request: IncomingMessage, reply: ServerResponse): void {
  const url = new URL(request.url ?? '', 'http://listener');
  const to = url.searchParams.get('to');
  if (to !== null) return void reply.writeHead(Number(url.searchParams.get('as') ?? 302), { location: to }).end();
  (ANSWERS[url.pathname] ?? ANSWERS['/plain']!)(reply, request);
}

describe('Fetching from outside', () => {
  let listener: LoopbackListener;
  let home: string;
  beforeAll(async () => {
    listener = await LoopbackListener.open(answer);
    home = `http://127.0.0.1:${listener.port}`;
  });
  afterAll(() => listener.close());
  beforeEach(() => {
    listener.connections = 0;
    listener.asked.length = 0;
  });

  const open = (options: OutboundOptions = {}) => new OutboundFetcher({ ports: new Set([80, 443, listener.port]), resolve: nobody, ...options });
  const trusting = () => open({ allowedHosts: new Set([`127.0.0.1:${listener.port}`]) });
  const get = (fetcher: OutboundFetcher, address: string, timeoutMs = 5_000) => fetcher.get(address, { maxBytes: 100_000, timeoutMs });
  const fate = async (fetcher: OutboundFetcher, address: string, timeoutMs?: number) => {
    try {
      return (await get(fetcher, address, timeoutMs)).status;
    } catch (error) {
      if (error instanceof OutboundFault) return error.word;
      throw error;
    }
  };

  it('reaches a host that the installation allows, which shows that the listener listens', async () => {
    const { status, body } = await get(trusting(), `${home}/plain`);
    expect([status, body.toString(), listener.connections]).toEqual([200, calendar, 1]);
  });

  it('opens no connection for any of hundreds of spellings of what lies inside', async () => {
    const spellings = hostileSpellings(listener.port);
    expect(new Set(spellings).size).toBeGreaterThan(300);
    const fates = await Promise.all(spellings.map(async (spelling) => [spelling, await fate(open(), spelling)]));
    // What a forgiving reader takes for a public host is looked up, and nobody knows it here.
    expect(fates.filter(([, word]) => !['address', 'private', 'unresolved'].includes(String(word)))).toEqual([]);
    expect(listener.connections).toBe(0);
  });

  it('opens no connection for the spellings of the platforms themselves', async () => {
    // The corpus of web-platform-tests lies beside the repository where it is developed; its lessons stand in the list above.
    const corpus = dataFile('urls/urltestdata.json');
    const samples = existsSync(corpus) ? (JSON.parse(readFileSync(corpus, 'utf8')) as (string | { readonly input: string; readonly href?: string })[]) : [{ input: home }];
    for (const sample of samples) {
      if (typeof sample === 'string') continue;
      // Some lead to servers out there, which nobody need be asked for a test.
      const spellings = [sample.input, sample.href ?? ''].filter((spelling) => !(URL.canParse(spelling) && addressIsPublic(new URL(spelling).hostname)));
      for (const spelling of spellings) expect([spelling, await fate(open(), spelling)]).toEqual([spelling, expect.stringMatching(/^(address|private|unresolved)$/)]);
    }
    expect(listener.connections).toBe(0);
  });

  it.each([
    ['this machine', [{ address: '127.0.0.1', family: 4 }]],
    ['this machine over IPv6', [{ address: '::1', family: 6 }]],
    ['this machine in disguise', [{ address: '::ffff:127.0.0.1', family: 6 }]],
    ['a link of this machine', [{ address: 'fe80::1%lo', family: 6 }]],
    ['a private network', [{ address: '10.0.0.1', family: 4 }]],
    ['the clerk of a cloud', [{ address: '169.254.169.254', family: 4 }]],
    ['a public address and a private one', [...PUBLIC, { address: '127.0.0.1', family: 4 }]],
    ['what is no address', [{ address: 'localhost', family: 4 }]],
  ])('refuses a public name that resolves to %s', async (_what, addresses) => {
    expect(await fate(open({ resolve: async () => addresses }), `http://calendar.example.com:${listener.port}/`)).toBe('private');
    expect(listener.connections).toBe(0);
  });

  it('goes to the address it has judged, though the name server answers differently the next time', async () => {
    const answers = [PUBLIC, [{ address: '127.0.0.1', family: 4 }]];
    let lookups = 0;
    const rebinding: Resolve = async () => answers[lookups++] ?? [];
    expect(await fate(open({ resolve: rebinding }), `http://calendar.example.com:${listener.port}/`, 300)).toMatch(/too-slow|unreachable/);
    expect([lookups, listener.connections]).toEqual([1, 0]);
  });

  it('judges every redirect anew', async () => {
    const other = await LoopbackListener.open();
    const fetcher = open({ allowedHosts: new Set([`127.0.0.1:${listener.port}`]), ports: new Set([80, 443, other.port]) });
    for (const as of [301, 302, 303, 307, 308]) {
      for (const to of [`http://127.0.0.1:${other.port}/`, `//localhost:${other.port}/`, `http://[::1]:${other.port}/`, 'file:///etc/passwd', `http://u:p@127.0.0.1:${listener.port}/`]) {
        expect(await fate(fetcher, `${home}/?as=${as}&to=${encodeURIComponent(to)}`)).toMatch(/^(private|address)$/);
      }
    }
    expect(other.connections).toBe(0);
    await other.close();
  });

  it('follows three redirects and no fourth', async () => {
    const through = (hops: number) => Array.from({ length: hops }).reduce<string>((to) => `/?to=${encodeURIComponent(to)}`, '/plain');
    expect(await fate(trusting(), home + through(3))).toBe(200);
    expect(await fate(trusting(), home + through(4))).toBe('too-many-redirects');
    expect(await fate(trusting(), `${home}/round`)).toBe('too-many-redirects');
  });

  it.each(['/gzip', '/deflate', '/br'])('unpacks %s', async (path) => {
    expect((await get(trusting(), home + path)).body.toString()).toBe(calendar);
  });

  it.each([
    ['/bomb', 'too-large'], ['/large', 'too-large'], ['/endless', 'too-large'], ['/broken-gzip', 'unreadable'], ['/unknown-encoding', 'unreadable'],
    ['/half', 'unreachable'], ['/reset', 'unreachable'], ['/no-http', 'unreadable'], ['/header-flood', 'unreadable'], ['/nowhere', 'too-many-redirects'], ['/missing', 404],
  ])('says of %s: %s', async (path, word) => {
    expect(await fate(trusting(), home + path)).toBe(word);
  });

  it('waits no longer than it was told to, whatever keeps it waiting', async () => {
    expect(await fate(trusting(), `${home}/silence`, 200)).toBe('too-slow');
    expect(await fate(open({ resolve: () => new Promise(() => undefined) }), `http://slow.example.com:${listener.port}/`, 200)).toBe('too-slow');
  });

  it('sends what it was given, so that what has not changed need not be sent again', async () => {
    const answered = await trusting().get(`${home}/not-modified`, { headers: { 'if-none-match': '"1"' }, maxBytes: 100, timeoutMs: 5_000 });
    expect([answered.status, answered.body.length]).toEqual([304, 0]);
  });

  it('goes to the ports of the web only', async () => {
    const fetcher = new OutboundFetcher({ resolve: async () => PUBLIC });
    for (const port of [22, 25, 5432, 6379, 8080]) expect(await fate(fetcher, `http://example.com:${port}/`)).toBe('address');
    expect(() => fetcher.check('https://example.com/calendar.ics')).not.toThrow();
  });
});
