import { type Socket, connect } from 'node:net';
import { OpenedGateway } from './opened-gateway';

const HIDDEN = 'GET /api/listings HTTP/1.1\r\nHost: x\r\nX-Request-Id: smuggled-request\r\n\r\n';
const post = (headers: string, body: string) => `POST /api/quotes HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n${headers}\r\n${body}`;
const chunked = (body: string) => `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`;

/** Requests whose end two readers might see in different places; behind each stands another one that must never be served. */
const AMBIGUOUS: readonly (readonly [what: string, bytes: string])[] = [
  ['a length and chunks', post('Content-Length: 2\r\nTransfer-Encoding: chunked\r\n', `0\r\n\r\n${HIDDEN}`)],
  ['chunks and a length', post('Transfer-Encoding: chunked\r\nContent-Length: 4\r\n', `0\r\n\r\n${HIDDEN}`)],
  ['two lengths', post('Content-Length: 0\r\nContent-Length: 90\r\n', HIDDEN)],
  ['two lengths in one line', post('Content-Length: 0, 90\r\n', HIDDEN)],
  ['a length with a sign', post('Content-Length: +0\r\n', HIDDEN)],
  ['a negative length', post('Content-Length: -1\r\n', HIDDEN)],
  ['a length in hexadecimal', post('Content-Length: 0x0\r\n', HIDDEN)],
  ['a length with a fraction', post('Content-Length: 0.0\r\n', HIDDEN)],
  ['a space before the colon', post('Content-Length : 0\r\n', HIDDEN)],
  ['a space before the colon of an encoding', post('Transfer-Encoding : chunked\r\nContent-Length: 0\r\n', HIDDEN)],
  ['an encoding nobody knows', post('Transfer-Encoding: xchunked\r\nContent-Length: 0\r\n', HIDDEN)],
  ['an encoding that does not end in chunks', post('Transfer-Encoding: chunked, identity\r\n', chunked('{}') + HIDDEN)],
  ['two encodings', post('Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n', chunked('{}') + HIDDEN)],
  ['an encoding after a vertical tab', post('Transfer-Encoding: \u000bchunked\r\nContent-Length: 0\r\n', HIDDEN)],
  ['a folded header', post('X-A: b\r\n Content-Length: 0\r\nTransfer-Encoding:\r\n chunked\r\n', chunked('{}') + HIDDEN)],
  ['a carriage return in a header', post('X-A: b\rContent-Length: 0\r\n', HIDDEN)],
  ['a zero byte in a header', post('X-A: b\u0000c\r\nContent-Length: 0\r\n', HIDDEN)],
  ['a chunk with a sign', post('Transfer-Encoding: chunked\r\n', `+2\r\n{}\r\n0\r\n\r\n${HIDDEN}`)],
  ['a chunk with a prefix', post('Transfer-Encoding: chunked\r\n', `0x2\r\n{}\r\n0\r\n\r\n${HIDDEN}`)],
  ['a chunk longer than can be counted', post('Transfer-Encoding: chunked\r\n', `fffffffffffffffff\r\n{}\r\n0\r\n\r\n${HIDDEN}`)],
  ['a chunk that ends without its line', post('Transfer-Encoding: chunked\r\n', `2\r\n{}0\r\n\r\n${HIDDEN}`)],
  ['a chunk that ends with a line feed alone', post('Transfer-Encoding: chunked\r\n', `2\n{}\n0\n\n${HIDDEN}`)],
  ['no host', `GET /api/listings HTTP/1.1\r\n\r\n${HIDDEN}`],
  ['a version nobody knows', `GET /api/listings HTTP/1.2\r\nHost: x\r\n\r\n${HIDDEN}`],
];

describe('Lines that no well-behaved client would send', () => {
  let gateway: OpenedGateway;
  const open = new Set<Socket>();

  beforeAll(async () => {
    gateway = await OpenedGateway.open({ RATE_LIMIT_FACTOR: '1000' });
  });

  afterAll(async () => {
    for (const line of open) line.destroy();
    await gateway.close();
  });

  const dial = (): Socket => {
    const { hostname, port } = new URL(gateway.running.url);
    const line = connect({ host: hostname, port: Number(port) }).on('error', () => undefined);
    open.add(line);
    return line;
  };

  /** What comes back until the line is closed. */
  const send = (bytes: string) => new Promise<string>((resolve) => {
    const line = dial();
    const chunks: Buffer[] = [];
    line.on('data', (chunk: Buffer) => chunks.push(chunk)).once('close', () => resolve(Buffer.concat(chunks).toString()));
    line.write(bytes, 'latin1');
  });

  const smuggled = () => gateway.logs.filter((log) => log.includes('smuggled-request'));

  it('serve a second request where the first one ends beyond doubt, which shows that one could be seen', async () => {
    const second = HIDDEN.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n');
    const answer = await send(`GET /api/listings HTTP/1.1\r\nHost: x\r\n\r\n${second}`);
    expect(answer.match(/HTTP\/1\.1 200 /g)).toHaveLength(2);
    expect(gateway.logs.splice(0).filter((log) => log.includes('smuggled-request'))).toHaveLength(1);
  });

  it.each(AMBIGUOUS)('are refused for %s, and nothing behind it is served', async (_what, bytes) => {
    const answer = await send(bytes);
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(answer.match(/HTTP\/1\.1 [123]/g)).toBeNull();
    expect(smuggled()).toEqual([]);
  });

  it.each(['TRACE', 'TRACK', 'DEBUG', 'CONNECT'])('get nothing by %s', async (method) => {
    const answer = await send(`${method} ${method === 'CONNECT' ? 'example.org:443' : '/api/listings'} HTTP/1.1\r\nHost: x\r\nX-Canary: canary\r\nConnection: close\r\n\r\n`);
    expect(answer).not.toMatch(/^HTTP\/1\.1 [123]/);
    expect(answer).not.toContain('canary');
  });

  it('are closed when headers drip in too slowly, while others are served', async () => {
    const slow = Array.from({ length: 50 }, () => {
      const line = dial();
      line.write('GET /api/listings HTTP/1.1\r\nHost: x\r\n');
      const drip = setInterval(() => line.writable && line.write('X-A: b\r\n'), 1_000);
      return new Promise<string>((resolve) => {
        const chunks: Buffer[] = [];
        line.on('data', (chunk: Buffer) => chunks.push(chunk)).once('close', () => {
          clearInterval(drip);
          resolve(Buffer.concat(chunks).toString());
        });
      });
    });
    expect((await gateway.call('GET', '/api/listings')).status).toBe(200);
    const answers = await Promise.all(slow);
    expect(answers.filter((answer) => !answer.startsWith('HTTP/1.1 408 '))).toEqual([]);
    expect(answers[0]).toContain('application/problem+json');
  });
});
