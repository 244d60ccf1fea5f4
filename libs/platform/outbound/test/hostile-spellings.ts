const octets = (address: number) => [24, 16, 8, 0].map((shift) => (address >>> shift) & 255);
const hex = (value: number) => value.toString(16);
const groupsOf = (address: number) => `${hex(address >>> 16)}:${hex(address & 0xffff)}`;
const fullWidth = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
const percent = (text: string) => [...text].map((character) => `%${character.charCodeAt(0).toString(16)}`).join('');

/** Ways to write an IPv4 address that readers of addresses take for the same. */
const WRITINGS: readonly ((address: number) => string)[] = [
  (address) => octets(address).join('.'),
  (address) => `${octets(address).join('.')}.`,
  (address) => String(address),
  (address) => `0x${hex(address)}`,
  (address) => `0${address.toString(8)}`,
  (address) => octets(address).map((octet) => `0x${hex(octet)}`).join('.'),
  (address) => octets(address).map((octet) => `0${octet.toString(8)}`).join('.'),
  (address) => octets(address).map((octet, index) => (index % 2 === 0 ? String(octet) : `0x${hex(octet)}`)).join('.'),
  (address) => `${octets(address)[0]}.${address & 0xffffff}`,
  (address) => `${octets(address)[0]}.${octets(address)[1]}.${address & 0xffff}`,
  (address) => fullWidth(octets(address).join('.')),
  (address) => octets(address).join('。'),
  (address) => percent(octets(address).join('.')),
  (address) => `[::ffff:${octets(address).join('.')}]`,
  (address) => `[::ffff:${groupsOf(address)}]`,
  (address) => `[0:0:0:0:0:ffff:${groupsOf(address)}]`,
  (address) => `[::${octets(address).join('.')}]`,
  (address) => `[64:ff9b::${groupsOf(address)}]`,
  (address) => `[64:ff9b:1::${groupsOf(address)}]`,
  (address) => `[2002:${groupsOf(address)}::1]`,
];

/** Addresses of this machine, of private networks, and of the clerks of clouds who hand out keys. */
const INNER_ADDRESSES = [0x7f000001, 0x7f010203, 0x7fffffff, 0, 0x0a000001, 0xac100001, 0xac1fffff, 0xc0a80001, 0xa9fea9fe, 0xa9fea9fd, 0x64400001, 0xc0000001, 0xc6120001, 0xe0000001, 0xf0000001, 0xffffffff];

const INNER_HOSTS = [
  'localhost', 'LOCALHOST', 'localhost.', 'a.localhost', 'localhost.localdomain', 'ip6-localhost', 'metadata', 'metadata.google.internal', 'router.local', 'printer.lan', 'db.corp',
  '127.0.0.1.nip.io', 'app.localtest.me', '[::1]', '[::]', '[0:0:0:0:0:0:0:1]', '[fe80::1]', '[fc00::1]', '[fd00:ec2::254]', '[ff02::1]', '[2001::1]', '[2001:db8::1]', '[3fff::1]',
];

/** Addresses that lead inside, or nowhere we go, at the port of somebody who listens. */
export function hostileSpellings(port: number): string[] {
  const hosts = [...INNER_ADDRESSES.flatMap((address) => WRITINGS.map((write) => write(address))), ...INNER_HOSTS];
  const inner = hosts.map((host) => `http://${host}:${port}/calendar.ics`);
  const odd = [
    `http://user:password@example.com:${port}/`, `http://example.com@127.0.0.1:${port}/`, `http://127.0.0.1:${port}@example.com/`, `http://127.0.0.1:${port}#@example.com/`,
    `http://127.0.0.1:${port}\\@example.com/`, `http:\\\\127.0.0.1:${port}\\`, `http:127.0.0.1:${port}`, `http:/127.0.0.1:${port}/`, `http:///127.0.0.1:${port}/`, `//127.0.0.1:${port}/`,
    `ftp://127.0.0.1:${port}/`, `gopher://127.0.0.1:${port}/_x`, `file:///etc/passwd`, `dict://127.0.0.1:${port}/`, `ws://127.0.0.1:${port}/`, 'data:text/calendar,BEGIN:VCALENDAR', 'javascript:1',
    `webcal://127.0.0.1:${port}/`, `http://127.0.0.1:${port}\r\nHost: example.com`, `http://127.0.\t0.1:${port}/`, `\u0000http://127.0.0.1:${port}/`, `https://127.0.0.1:${port}/`, 'http://', '', ' ', 'calendar',
  ];
  return [...inner, ...odd];
}
