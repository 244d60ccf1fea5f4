import { OpenedGateway } from './opened-gateway';

describe('The pages that mailed links lead to', () => {
  let gateway: OpenedGateway;

  beforeAll(async () => {
    gateway = await OpenedGateway.open();
  });

  afterAll(() => gateway.close());

  it.each([
    ['/verify-email', 'en', 'Confirm your address', '/api/auth/verify-email'],
    ['/verify-email', 'ru-RU,ru;q=0.9,en;q=0.8', 'Подтверждение адреса', '/api/auth/verify-email'],
    ['/reset-password', 'de,en', 'Choose a new password', '/api/auth/password/reset'],
    ['/reset-password', 'ru', 'Новый пароль', '/api/auth/password/reset'],
  ])('%s, in the language of the browser (%s)', async (path, language, title, route) => {
    const answer = await gateway.call('GET', `${path}?token=secret`, { headers: { 'accept-language': language } });
    expect(answer.status).toBe(200);
    expect(answer.text).toContain(`<h1>${title}</h1>`);
    expect(answer.text).toContain(`data-route="${route}"`);
  });

  it('keep the secret of their address to themselves', async () => {
    const answer = await gateway.call('GET', '/verify-email?token=secret');
    expect(answer.text).not.toContain('secret');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
  });

  it('run a script of ours', async () => {
    const script = await gateway.call('GET', '/account-page.js');
    expect(script.headers.get('content-type')).toContain('text/javascript');
    expect(() => new Function(script.text)).not.toThrow();
  });
});
