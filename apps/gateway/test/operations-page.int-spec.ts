import { OpenedGateway } from './opened-gateway';

describe('The page of background work', () => {
  let gateway: OpenedGateway;
  beforeAll(async () => void (gateway = await OpenedGateway.open()));
  afterAll(() => gateway.close());

  it.each([
    ['en', 'Background work', 'Dead letters'],
    ['ru-RU,ru;q=0.9', 'Фоновая работа', 'Недоставленные события'],
  ])('is in the language of the browser (%s), and holds nothing but words before somebody signs in', async (language, title, deadLetters) => {
    const answer = await gateway.call('GET', '/operations', { headers: { 'accept-language': language } });
    expect(answer.status).toBe(200);
    expect(answer.text).toContain(`<h1>${title}</h1>`);
    expect(answer.text).toContain(deadLetters);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('may run nothing but a script of ours, which puts what it shows there as text', async () => {
    const page = await gateway.call('GET', '/operations');
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self';");
    expect(page.text.match(/<script[^>]*>/g)).toEqual(['<script src="/operations-page.js">']);
    expect(page.text).not.toMatch(/ on\w+=/);
    const script = await gateway.call('GET', '/operations-page.js');
    expect(script.headers.get('content-type')).toContain('text/javascript');
    expect(() => new Function(script.text)).not.toThrow();
    expect(script.text).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|localStorage|sessionStorage/);
  });
});
