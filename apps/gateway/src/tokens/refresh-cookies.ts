import { DomainError, Forbidden } from '@bookable/kernel';
import { Injectable } from '@nestjs/common';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GatewayConfig } from '../config';
import type { Supply } from '../http/supplies';

/** The prefix binds the cookie to this host, to the whole of it, and to an encrypted connection. */
const SECURE_NAME = '__Host-refresh';
const PLAIN_NAME = 'refresh';
const KEPT_SECONDS = 30 * 86_400;

/** Fills in the refresh token from the browser's cookie where the body has none. */
export function refreshCookie(beside?: Supply): Supply {
  return {
    fields: beside?.fields ?? [],
    from: (request) => {
      const token = tokenInCookie(request);
      return { ...beside?.from(request), ...(token === undefined ? {} : { refreshToken: token }) };
    },
  };
}

/**
 * Keeps refresh tokens where page scripts cannot read them. A browser asks for it by the header `X-Refresh-Cookie`
 * when it signs in; from then on the cookie goes with its requests, and is read by `refresh` and `logout` alone.
 */
@Injectable()
export class RefreshCookies {
  constructor(private readonly config: GatewayConfig) {}

  /** A cookie comes with whatever page sends the request, so that page must be one of ours. */
  refuseForeignPage(request: FastifyRequest): void {
    const { origin } = request.headers;
    if (tokenInCookie(request) === undefined) return;
    if (origin === undefined || !this.config.origins.has(origin)) throw new DomainError(Forbidden, 'This page may not use the session cookie.');
  }

  /** Moves the refresh token of an answer into the cookie, where the browser wants it there. */
  handOut(request: FastifyRequest, reply: FastifyReply, signedIn: Buffer): Buffer {
    const wanted = request.headers['x-refresh-cookie'] !== undefined || tokenInCookie(request) !== undefined;
    if (!wanted) return signedIn;
    const { refreshToken, ...rest } = JSON.parse(signedIn.toString()) as { readonly refreshToken: string };
    this.set(reply, refreshToken, KEPT_SECONDS);
    return Buffer.from(JSON.stringify(rest));
  }

  /** Makes the browser forget its cookie, and whatever else it has kept of the session. */
  takeBack(request: FastifyRequest, reply: FastifyReply): void {
    if (tokenInCookie(request) === undefined) return;
    this.set(reply, '', 0);
    void reply.header('clear-site-data', '"cache", "storage"');
  }

  private set(reply: FastifyReply, token: string, maxAge: number): void {
    const { isSecure } = this.config;
    const name = isSecure ? SECURE_NAME : PLAIN_NAME;
    const path = isSecure ? '/' : '/api/auth';
    void reply.header('set-cookie', stringifySetCookie({ name, value: token, httpOnly: true, sameSite: 'strict', secure: isSecure, path, maxAge }));
  }
}

function tokenInCookie(request: FastifyRequest): string | undefined {
  const { cookie } = request.headers;
  const isInBody = typeof request.body === 'object' && request.body !== null && 'refreshToken' in request.body;
  if (cookie === undefined || isInBody) return undefined;
  const cookies = parseCookie(cookie);
  return cookies[SECURE_NAME] ?? cookies[PLAIN_NAME];
}
