import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { newId } from '@bookable/kernel';
import { waitUntil } from '@bookable/platform-testing';
import { OpenedGateway } from './opened-gateway';

const MEGABYTE = 1024 * 1024;

function form(...files: [name: string, bytes: number, type: string][]): FormData {
  const data = new FormData();
  for (const [name, bytes, type] of files) data.append(name, new Blob([new Uint8Array(bytes).fill(7)], { type }), 'picture');
  return data;
}

describe('Uploads', () => {
  let gateway: OpenedGateway;
  let token: string;
  const stored = () => readdir(join(gateway.folder, 'media', 'incoming')).catch((): string[] => []);
  const send = (body: FormData) => gateway.call('PUT', `/api/users/${newId()}/avatar`, { token, body });

  beforeAll(async () => {
    gateway = await OpenedGateway.open({ RATE_LIMIT_FACTOR: '100' });
    token = gateway.key.token();
  });

  afterAll(() => gateway.close());

  it('puts a file away and tells the service its key', async () => {
    const userId = newId();
    const answer = await gateway.call('PUT', `/api/users/${userId}/avatar`, { token, body: form(['file', 3 * MEGABYTE, 'image/png']) });
    expect(answer.status).toBe(200);
    const { uploadKey } = gateway.services.last()!.request as { uploadKey: string };
    expect(gateway.services.last()?.request).toEqual({ userId, uploadKey });
    expect(await stored()).toContain(uploadKey.replace('incoming/', ''));
  });

  it('shows nobody what came in before a service has written it anew', async () => {
    const { uploadKey } = gateway.services.last()!.request as { uploadKey: string };
    expect((await gateway.call('GET', `/media/${uploadKey}`)).status).toBe(404);
    expect((await gateway.call('GET', '/media/..%2f..%2fetc%2fpasswd')).status).toBe(404);
  });

  it.each([
    ['a file over ten megabytes', () => form(['file', 11 * MEGABYTE, 'image/png']), 413],
    ['more files than it takes', () => form(['file', 10, 'image/png'], ['file', 10, 'image/png']), 413],
    ['an empty file', () => form(['file', 0, 'image/png']), 400],
    ['no file at all', () => form(), 400],
    ['a file under another name', () => form(['other', 10, 'image/png']), 400],
    ['what is no picture', () => form(['file', 10, 'text/html']), 415],
    ['a drawing that may hold scripts', () => form(['file', 10, 'image/svg+xml']), 415],
  ])('refuses %s, and keeps nothing of it', async (_what, body, status) => {
    const before = await stored();
    const answer = await send(body());
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'application/problem+json; charset=utf-8']);
    await waitUntil(async () => (await stored()).length === before.length);
  });

  it('refuses a key that somebody made up', async () => {
    const body = form(['file', 10, 'image/png']);
    body.append('uploadKey', 'incoming/of-somebody-else');
    expect((await send(body)).status).toBe(400);
  });

  it('reads nothing from whoever is not signed in', async () => {
    expect((await gateway.call('PUT', `/api/users/${newId()}/avatar`, { body: form(['file', 10, 'image/png']) })).status).toBe(401);
  });

  it('refuses a body that is no form', async () => {
    expect((await gateway.call('PUT', `/api/users/${newId()}/avatar`, { token, body: {} })).status).toBe(415);
    const broken = await gateway.call('PUT', `/api/users/${newId()}/avatar`, { token, body: 'rubbish', headers: { 'content-type': 'multipart/form-data; boundary=x' } });
    expect(broken.status).toBe(400);
  });

  it('keeps nothing of an upload that breaks off', async () => {
    const before = await stored();
    const { port } = new URL(gateway.running.url);
    const socket = connect(Number(port), '127.0.0.1');
    const head = ['PUT /api/users/' + newId() + '/avatar HTTP/1.1', 'host: x', `authorization: Bearer ${token}`, 'content-type: multipart/form-data; boundary=x', 'content-length: 100000', '', ''];
    const part = ['--x', 'content-disposition: form-data; name="file"; filename="a.png"', 'content-type: image/png', '', 'half of it'];
    socket.write(head.join('\r\n') + part.join('\r\n'));
    await new Promise((done) => setTimeout(done, 100));
    socket.destroy();
    await waitUntil(async () => (await stored()).length === before.length);
  });
});
