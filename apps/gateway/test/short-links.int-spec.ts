import type { RecordClicksRequest } from '@bookable/contracts-url-shortener';
import { waitUntil } from '@bookable/platform-testing';
import jsQR from 'jsqr';
import sharp from 'sharp';
import { OpenedGateway } from './opened-gateway';

const recordsTold = ({ services }: OpenedGateway) => services.of('url-shortener.record-clicks').flatMap(({ request }) => (request as RecordClicksRequest).clicks);
const clicksTold = (gateway: OpenedGateway) => recordsTold(gateway).reduce((sum, { times = 1 }) => sum + times, 0);

describe('Short links', () => {
  let gateway: OpenedGateway;

  beforeAll(async () => {
    gateway = await OpenedGateway.open();
  });

  afterAll(() => gateway.close());

  it('lead on, asking once where to', async () => {
    for (let time = 0; time < 5; time += 1) {
      const answer = await gateway.call('GET', '/s/here', { headers: { referer: 'https://example.org/page' } });
      expect([answer.status, answer.headers.get('location')]).toEqual([302, 'https://example.org/there']);
    }
    expect(gateway.services.of('url-shortener.resolve-link').length).toBe(1);
  });

  it('are counted, each click once, in batches', async () => {
    await waitUntil(async () => clicksTold(gateway) === 5);
    expect(recordsTold(gateway)[0]).toMatchObject({ code: 'here', referrer: 'https://example.org/page' });
    expect(gateway.services.of('url-shortener.record-clicks').length).toBeLessThan(5);
  });

  it('are answered alike whether they are remembered or not: named, secured, and kept by nobody', async () => {
    const headers = { 'x-request-id': 'somebodys-request-1' };
    const fresh = await OpenedGateway.open();
    const [asked, remembered, named, misnamed] = [
      await fresh.call('GET', '/s/here'),
      await fresh.call('GET', '/s/here'),
      await fresh.call('GET', '/s/here', { headers }),
      await fresh.call('GET', '/s/here', { headers: { 'x-request-id': 'not fit' } }),
    ];
    await fresh.close();
    const kept = ({ headers: all }: typeof asked) => Object.fromEntries([...all].filter(([name]) => !['date', 'x-request-id'].includes(name) && !name.startsWith('ratelimit')));
    expect(kept(remembered)).toEqual(kept(asked));
    expect(named.headers.get('x-request-id')).toBe('somebodys-request-1');
    expect(new Set([asked, remembered, misnamed].map((answer) => answer.headers.get('x-request-id'))).size).toBe(3);
  });

  it('say that they are gone, or never were', async () => {
    const [gone, unknown, odd] = await Promise.all(['gone', 'nowhere', 'a%20b'].map((code) => gateway.call('GET', `/s/${code}`)));
    expect([gone!.status, gone!.json().code, unknown!.status, odd!.status]).toEqual([410, 'link-expired', 404, 404]);
  });

  it('show a browser a page where they are gone, in its language', async () => {
    for (const [language, title] of [['ru-RU,en;q=0.5', 'Ссылка больше не работает'], ['de', 'This link is gone']]) {
      const answer = await gateway.call('GET', '/s/gone', { headers: { accept: 'text/html,*/*;q=0.8', 'accept-language': language! } });
      expect([answer.status, answer.headers.get('content-type')]).toEqual([410, 'text/html; charset=utf-8']);
      expect(answer.text).toContain(`<h1>${title}</h1>`);
    }
  });

  it('are not counted where somebody only looks', async () => {
    await gateway.call('HEAD', '/s/here');
    await gateway.call('GET', '/s/here');
    await waitUntil(async () => clicksTold(gateway) === 6);
  });

  it('are not followed a moment after they expire, though they are remembered', async () => {
    const fresh = await OpenedGateway.open();
    try {
      fresh.services.expiresAt = new Date(Date.now() + 400).toISOString();
      expect((await fresh.call('GET', '/s/here')).status).toBe(302);
      await new Promise((done) => setTimeout(done, 450));
      await Promise.all(fresh.services.apps.map((app) => app.close()));
      expect((await fresh.call('GET', '/s/here')).status).toBe(410);
    } finally {
      await fresh.close();
    }
  });

  it.each(['png', 'svg'])('can be read from their picture as %s, which is no click and is there for as long as they are', async (form) => {
    const fresh = await OpenedGateway.open();
    const answer = await fetch(`${fresh.running.url}/s/here/qr.${form}`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, form === 'png' ? 'image/png' : 'image/svg+xml']);
    // Pictures of people are read in this process too, and of them no drawing is: whoever reads one here says so.
    sharp.unblock({ operation: ['VipsForeignLoadSvgBuffer'] });
    const picture = sharp(Buffer.from(await answer.arrayBuffer())).resize(512, 512, { kernel: 'nearest' }).ensureAlpha();
    const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
    sharp.block({ operation: ['VipsForeignLoadSvgBuffer'] });
    expect(jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data).toMatch(/^http:.*\/s\/here$/);
    expect(await Promise.all(['gone', 'nowhere', 'a%20b'].map(async (code) => (await fresh.call('GET', `/s/${code}/qr.${form}`)).status))).toEqual([410, 404, 404]);
    await fresh.close();
    expect(clicksTold(fresh)).toBe(0);
  });

  it('are all counted before the door closes', async () => {
    const closing = await OpenedGateway.open();
    await Promise.all(Array.from({ length: 30 }, () => closing.call('GET', '/s/here')));
    await closing.running.close();
    expect(clicksTold(closing)).toBe(30);
    await closing.close();
  });
});
