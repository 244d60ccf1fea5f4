import { setTimeout as pause } from 'node:timers/promises';

/** Why the platform would not take something; retrying it as it is would not help. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly problem: { readonly code?: string; readonly detail?: string; readonly errors?: readonly { readonly path: string; readonly message: string }[] },
  ) {
    const fields = problem.errors?.map(({ path, message }) => `${path} ${message}`).join('; ');
    super(`${status} ${problem.code ?? ''}: ${fields || problem.detail || 'no reason given'}`);
  }
}

const PATIENCE_MS = 120_000;
const TRY_AGAIN = new Set([429, 502, 503, 504]);

/** The platform's public API as an administrator uses it; waits where it is told to wait, and while a part is down. */
export class PlatformClient {
  private constructor(
    readonly url: string,
    private token: string,
    private readonly credentials: { readonly email: string; readonly password: string },
  ) {}

  static async signIn(url: string, credentials: { email: string; password: string }): Promise<PlatformClient> {
    const client = new PlatformClient(url, '', credentials);
    await client.renewToken();
    return client;
  }

  async get<Body>(path: string): Promise<Body> {
    return this.send<Body>('GET', path);
  }

  /** An idempotency key lets a request be sent again after a lost answer without a second effect. */
  async send<Body>(method: string, path: string, body?: unknown, idempotencyKey?: string): Promise<Body> {
    const endMs = Date.now() + PATIENCE_MS;
    for (let attempt = 0; ; attempt += 1) {
      const response = await this.attempt(method, path, body, idempotencyKey);
      if (response?.ok) return (response.status === 204 ? undefined : await response.json()) as Body;
      if (response?.status === 401 && attempt === 0) await this.renewToken();
      else if (response && !TRY_AGAIN.has(response.status)) throw new Refused(response.status, (await response.json()) as Refused['problem']);
      else if (Date.now() > endMs) throw new Error(`${method} ${path} was not answered for ${PATIENCE_MS / 1000} seconds.`);
      else await pause(waitMs(response, attempt));
    }
  }

  private async attempt(method: string, path: string, body: unknown, idempotencyKey?: string): Promise<Response | undefined> {
    const headers: Record<string, string> = { authorization: `Bearer ${this.token}` };
    if (body !== undefined) headers['content-type'] = 'application/json';
    if (idempotencyKey) headers['idempotency-key'] = idempotencyKey;
    try {
      return await fetch(new URL(path, this.url), { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
    } catch (error) {
      if (error instanceof TypeError) return undefined;
      throw error;
    }
  }

  private async renewToken(): Promise<void> {
    const response = await fetch(new URL('/api/auth/login', this.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(this.credentials),
    });
    if (!response.ok) throw new Refused(response.status, (await response.json()) as Refused['problem']);
    this.token = ((await response.json()) as { accessToken: string }).accessToken;
  }
}

function waitMs(response: Response | undefined, attempt: number): number {
  const told = Number(response?.headers.get('retry-after'));
  return told > 0 ? told * 1_000 : Math.min(5_000, 100 * 2 ** attempt);
}
