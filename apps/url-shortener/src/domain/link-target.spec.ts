import { existsSync, readFileSync } from 'node:fs';
import { BlockList, isIPv4, isIPv6 } from 'node:net';
import { resolve } from 'node:path';
import * as fc from 'fast-check';
import { type TargetRefusal, readLinkTarget } from './link-target';

const PLATFORM = 'https://bookable.example';
const read = (text: string, publicUrl = PLATFORM) => readLinkTarget(text, publicUrl);

const octets = (address: number) => [24, 16, 8, 0].map((shift) => (address >>> shift) & 255);

const CLOSED = new BlockList();
for (const subnet of ['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4']) {
  const [net = '', bits] = subnet.split('/');
  CLOSED.addSubnet(net, Number(bits), 'ipv4');
}

const accepted: [spelling: string, url: string][] = [
  ['https://example.com', 'https://example.com/'],
  ['  http://example.com/a b?c=d#e ', 'http://example.com/a%20b?c=d#e'],
  ['HTTPS://EXAMPLE.COM:443/Path', 'https://example.com/Path'],
  ['https://example.com./', 'https://example.com./'],
  ['http://example.com:8080/x', 'http://example.com:8080/x'],
  ['https://bücher.example/', 'https://xn--bcher-kva.example/'],
  ['https://пример.рф/путь', 'https://xn--e1afmkfd.xn--p1ai/%D0%BF%D1%83%D1%82%D1%8C'],
  ['https://пример.com/', 'https://xn--e1afmkfd.com/'],
  ['https://例え.jp/', 'https://xn--r8jz45g.jp/'],
  ['http://1.1.1.1/', 'http://1.1.1.1/'],
  ['http://16843009/', 'http://1.1.1.1/'],
  ['http://172.32.0.1/', 'http://172.32.0.1/'],
  ['http://[2606:4700:4700::1111]/', 'http://[2606:4700:4700::1111]/'],
  ['https://example.com/redirect?to=http://127.0.0.1/', 'https://example.com/redirect?to=http://127.0.0.1/'],
  ['https://example.com/s/abc', 'https://example.com/s/abc'],
  ['https://bookable.example/bookings/1', 'https://bookable.example/bookings/1'],
  ['https://bookable.example/search/s/1', 'https://bookable.example/search/s/1'],
  ['http://192.168.257.com/', 'http://192.168.257.com/'],
  ['https://localhost.example.com/', 'https://localhost.example.com/'],
];

const refused: [spelling: string, refusal: TargetRefusal][] = [
  ['', 'malformed'],
  ['example.com', 'malformed'],
  ['//example.com/', 'malformed'],
  ['/s/abc', 'malformed'],
  ['http://', 'malformed'],
  ['http://exa mple.com', 'malformed'],
  ['http://example.com:99999/', 'malformed'],
  ['ht\ntp://example.com/', 'malformed'],
  ['http://exa\tmple.com/', 'malformed'],
  ['https://example.com/\r\nSet-Cookie: a=b', 'malformed'],
  ['https://example.com/\u0000', 'malformed'],
  ['http://256.256.256.256/', 'malformed'],
  ['http://1.2.3.4.5/', 'malformed'],
  [`https://example.com/${'a'.repeat(5000)}`, 'malformed'],
  ['javascript:alert(1)', 'scheme'],
  ['JaVaScRiPt:alert(1)', 'scheme'],
  ['javascript://example.com/%0aalert(1)', 'scheme'],
  ['data:text/html,<script>alert(1)</script>', 'scheme'],
  ['vbscript:msgbox(1)', 'scheme'],
  ['file:///etc/passwd', 'scheme'],
  ['ftp://example.com/', 'scheme'],
  ['blob:https://example.com/1', 'scheme'],
  ['view-source:https://example.com/', 'scheme'],
  ['mailto:a@example.com', 'scheme'],
  ['gopher://127.0.0.1:25/', 'scheme'],
  ['https://user@example.com/', 'credentials'],
  ['https://user:secret@example.com/', 'credentials'],
  ['https://:secret@example.com/', 'credentials'],
  ['https://bookable.example@evil.example/', 'credentials'],
  ['https://bookable.example%40@evil.example/', 'credentials'],
  ['https://bookable.example/s/abc', 'short-link'],
  ['http://bookable.example/s/abc', 'short-link'],
  ['https://bookable.example:8443/s/abc', 'short-link'],
  ['https://BOOKABLE.example./s/abc', 'short-link'],
  ['https://bookable.example/%73/abc', 'short-link'],
  ['https://bookable.example/%2573/abc', 'short-link'],
  ['https://bookable.example//s//abc', 'short-link'],
  ['https://bookable.example/x/../s/abc', 'short-link'],
  ['https://bookable.example/x/%2e%2e/s/abc', 'short-link'],
  ['https://bookable.example/x%2f..%2fs/abc', 'short-link'],
  ['https://bookable.example/S/abc', 'short-link'],
  ['https:\\\\bookable.example\\s\\abc', 'short-link'],
  ['http://localhost/', 'private'],
  ['http://LOCALHOST:3000/', 'private'],
  ['http://localhost./', 'private'],
  ['http://foo.localhost/', 'private'],
  ['http://ｌｏｃａｌｈｏｓｔ/', 'private'],
  ['http://intranet/', 'private'],
  ['http://printer.local/', 'private'],
  ['http://metadata.google.internal/', 'private'],
  ['http://router.home.arpa/', 'private'],
  ['http://127.0.0.1/', 'private'],
  ['http://127.0.0.1./', 'private'],
  ['http://127.1/', 'private'],
  ['http://2130706433/', 'private'],
  ['http://0x7f000001/', 'private'],
  ['http://0x7F.0.0.0x1/', 'private'],
  ['http://017700000001/', 'private'],
  ['http://0177.0.0.01/', 'private'],
  ['http://①②⑦.0.0.1/', 'private'],
  ['http://127。0。0。1/', 'private'],
  ['http://%31%32%37.0.0.1/', 'private'],
  ['http://0/', 'private'],
  ['http://0.0.0.0/', 'private'],
  ['http://10.1.2.3/', 'private'],
  ['http://100.64.0.1/', 'private'],
  ['http://169.254.169.254/latest/meta-data/', 'private'],
  ['http://0xA9FEA9FE/', 'private'],
  ['http://172.16.0.1/', 'private'],
  ['http://172.31.255.255/', 'private'],
  ['http://192.168.0.1/', 'private'],
  ['http://3232235521/', 'private'],
  ['http://224.0.0.1/', 'private'],
  ['http://255.255.255.255/', 'private'],
  ['http://[::1]/', 'private'],
  ['http://[::]/', 'private'],
  ['http://[0:0:0:0:0:0:0:1]/', 'private'],
  ['http://[::ffff:127.0.0.1]/', 'private'],
  ['http://[::ffff:7f00:1]/', 'private'],
  ['http://[::127.0.0.1]/', 'private'],
  ['http://[64:ff9b::7f00:1]/', 'private'],
  ['http://[2002:7f00:1::]/', 'private'],
  ['http://[2001::1]/', 'private'],
  ['http://[2001:db8::1]/', 'private'],
  ['http://[3fff::1]/', 'private'],
  ['http://[fe80::1]/', 'private'],
  ['http://[fec0::1]/', 'private'],
  ['http://[fd00:ec2::254]/', 'private'],
  ['http://[ff02::1]/', 'private'],
  ['http://127.0.0.1.nip.io/', 'private'],
  ['http://10-0-0-1.sslip.io/', 'private'],
  ['http://app.localtest.me/', 'private'],
  ['https://аррӏе.com/', 'look-alike'],
  ['https://pаypal.com/', 'look-alike'],
  ['https://gοοgle.com/', 'look-alike'],
  ['https://example.com⁄path.evil.example/', 'look-alike'],
];

describe('what a short link may lead to', () => {
  it.each(accepted)('%j is kept as %s', (spelling, url) => {
    expect(read(spelling)).toEqual({ url });
  });

  it.each(refused)('%j is refused: %s', (spelling, refusal) => {
    expect(read(spelling)).toEqual({ refusal });
  });

  it('lets the platform link to itself wherever it runs, but for its own short links', () => {
    expect(read('http://localhost:3000/bookings/1', 'http://localhost:3000')).toEqual({ url: 'http://localhost:3000/bookings/1' });
    expect(read('http://localhost:3000/s/1', 'http://localhost:3000')).toEqual({ refusal: 'short-link' });
    expect(read('http://localhost:5432/', 'http://localhost:3000')).toEqual({ refusal: 'private' });
  });

  it('judges what it has accepted the same way again', () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (text) => {
        const target = read(text);
        if ('url' in target) expect(read(target.url)).toEqual(target);
      }),
    );
  });

  it('closes every private address of IPv4, however it is written', () => {
    const writings: ((address: number) => string)[] = [
      (address) => String(address),
      (address) => `0x${address.toString(16)}`,
      (address) => `0${address.toString(8)}`,
      (address) => octets(address).join('.'),
      (address) => octets(address).map((octet) => `0x${octet.toString(16)}`).join('.'),
      (address) => octets(address).map((octet) => `0${octet.toString(8)}`).join('.'),
    ];
    fc.assert(
      fc.property(fc.nat(2 ** 32 - 1), fc.constantFrom(...writings), (address, write) => {
        const isOpen = !CLOSED.check(octets(address).join('.'));
        expect('url' in read(`http://${write(address)}/`)).toBe(isOpen);
      }),
      { numRuns: 2000, examples: [[0x7f000001, writings[0]!], [0x0a0000ff, writings[2]!], [0xc0a80101, writings[4]!]] },
    );
  });

  it('closes every IPv4 address that is wrapped into IPv6', () => {
    const wrappings = ['::ffff:', '::', '64:ff9b::', '2002:', '64:ff9b:1::'];
    fc.assert(
      fc.property(fc.nat(2 ** 32 - 1), fc.constantFrom(...wrappings), (address, wrapping) => {
        const groups = `${(address >>> 16).toString(16)}:${(address & 0xffff).toString(16)}`;
        const host = wrapping === '2002:' ? `[2002:${groups}::]` : `[${wrapping}${groups}]`;
        expect(read(`http://${host}/`)).toEqual({ refusal: 'private' });
      }),
    );
  });
});

const corpus = resolve(__dirname, '../../../../../shared/data/urls/urltestdata.json');

interface Sample {
  readonly input: string;
  readonly href?: string;
  readonly failure?: boolean;
  readonly protocol: string;
  readonly username: string;
  readonly password: string;
  readonly hostname: string;
}

/** The corpus is no part of the repository: where it lies beside it, it is judged whole, and the table above holds its lessons everywhere else. */
function judgeCorpus() {
  describe('the URL test data of web-platform-tests', () => {
    const samples = (JSON.parse(readFileSync(corpus, 'utf8')) as (Sample | string)[]).filter((sample) => typeof sample !== 'string');

    it('has nothing unreadable that is accepted', () => {
      for (const { input } of samples.filter(({ failure }) => failure)) expect([input, read(input)]).toEqual([input, { refusal: 'malformed' }]);
    });

    it('has every readable address accepted as it is, or refused for its scheme, credentials or host', () => {
      const readable = samples.filter(({ failure }) => !failure);
      expect(readable.length).toBeGreaterThan(600);
      for (const sample of readable) expect([sample.href, read(sample.href!)]).toEqual([sample.href, verdict(sample)]);
    });

    it('is judged as the room card says', () => {
      const judged = samples.map(({ failure, input, href }) => `${failure ? 'unreadable' : 'readable'} | ${wordOf(read(failure ? input : href!))}`);
      const card = readFileSync(resolve(__dirname, '../../README.md'), 'utf8');
      for (const row of new Set(judged)) expect(card).toContain(`| ${row} | ${judged.filter((other) => other === row).length} |`);
    });
  });
}
if (existsSync(corpus)) judgeCorpus();

function wordOf(target: ReturnType<typeof read>): string {
  return 'url' in target ? 'taken' : target.refusal;
}

/** Says the same as the rule by other means: the platform's own parser of addresses, and a plain pattern for names. */
function verdict({ href, protocol, username, password, hostname }: Sample) {
  const isBadPunycode = /xn--pokxncvks|xn--(\/|$)/.test(hostname) || hostname === 'xn--';
  if (isBadPunycode) return { refusal: 'malformed' };
  if (protocol !== 'http:' && protocol !== 'https:') return { refusal: 'scheme' };
  if (username !== '' || password !== '') return { refusal: 'credentials' };
  const bare = hostname.replace(/^\[|\]$/g, '');
  if (isIPv6(bare)) return { refusal: 'private' };
  const isOpen = isIPv4(bare) ? !CLOSED.check(bare) : /^([a-z0-9-]+\.)+[a-z0-9-]*[a-z][a-z0-9-]*\.?$/.test(bare);
  return isOpen ? { url: href } : { refusal: 'private' };
}
