import type { FastifyReply } from 'fastify';
import { allowOwnPage, securityHeaders } from './security-headers';

const YEAR_SECONDS = 31_536_000;

function pageHeaders(): Record<string, string> {
  const headers: Record<string, string> = {};
  const reply = { headers: (more: Record<string, string>) => Object.assign(headers, more) };
  allowOwnPage(reply as unknown as FastifyReply);
  return headers;
}

const directives = (policy: string | undefined) => new Map((policy ?? '').split(';').map((directive) => [directive.trim().split(' ')[0]!, directive.trim().split(' ').slice(1)]));

describe('The headers that protect a browser', () => {
  it('bind it to TLS for a year, subdomains included, wherever there is TLS', () => {
    const [, seconds] = /^max-age=(\d+); includeSubDomains$/.exec(securityHeaders(true)['strict-transport-security'] ?? '') ?? [];
    expect(Number(seconds)).toBeGreaterThanOrEqual(YEAR_SECONDS);
    expect(securityHeaders(false)['strict-transport-security']).toBeUndefined();
  });

  it.each([
    ['an answer', () => securityHeaders(true)],
    ['a page of our own', pageHeaders],
  ])('let nothing in of others, and nobody frame %s', (_what, headersOf) => {
    const policy = directives(headersOf()['content-security-policy']);
    for (const name of ['default-src', 'base-uri', 'frame-ancestors']) expect([name, policy.get(name)]).toEqual([name, ["'none'"]]);
    // What is not named falls back to `default-src`; what is named is our own.
    for (const [name, sources] of policy) expect([name, sources.filter((source) => !["'none'", "'self'", "'unsafe-inline'", 'data:'].includes(source))]).toEqual([name, []]);
    expect(policy.get('object-src')).toBeUndefined();
    expect(policy.get('script-src') ?? []).not.toContain("'unsafe-inline'");
    expect(headersOf()['x-content-type-options']).toBe('nosniff');
    expect(headersOf()['referrer-policy']).toBe('no-referrer');
  });
});
