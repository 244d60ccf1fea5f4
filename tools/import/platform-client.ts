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

/** Who signs in; the id is another one in another database, though the address and the name are the same. */
interface SignedIn {
  readonly accessToken: string;
  readonly user: { readonly id: string };
}

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly retryAfterSeconds: number;
}

/** The platform's public API as an administrator uses it; waits where it is told to wait, and while a part is down. */
export class PlatformClient {
  private renewal?: Promise<SignedIn>;

  private constructor(
    readonly url: string,
    private readonly credentials: { readonly email: string; readonly password: string },
    private signedIn: SignedIn,
  ) {}

  static async signIn(url: string, credentials: { email: string; password: string }): Promise<PlatformClient> {
    const client = new PlatformClient(url, credentials, { accessToken: '', user: { id: '' } });
    await client.renew();
    return client;
  }

  get operatorId(): string {
    return this.signedIn.user.id;
  }

  async get<Body>(path: string): Promise<Body> {
    return this.send<Body>('GET', path);
  }

  /** What creates something is sent under a key, so that it is created once however often it is sent. */
  async send<Body>(method: string, path: string, body?: unknown, key?: string): Promise<Body> {
    const { accessToken } = this.signedIn;
    const headers = () => ({ authorization: `Bearer ${this.signedIn.accessToken}`, ...(key !== undefined && { 'idempotency-key': key }) });
    const response = await this.patiently(method, path, body, headers);
    // A token lives shorter than a long import; a fresh one that is refused as well is a refusal.
    if (response.status === 401 && this.signedIn.accessToken === accessToken) await this.renew();
    return bodyOf<Body>(response.status === 401 ? await this.patiently(method, path, body, headers) : response);
  }

  /** However many find the token too old at the same time, one signs in. */
  private async renew(): Promise<void> {
    this.renewal ??= this.patiently('POST', '/api/auth/login', this.credentials, () => ({})).then((response) => bodyOf<SignedIn>(response));
    try {
      this.signedIn = await this.renewal;
    } finally {
      this.renewal = undefined;
    }
  }

  /** Asks until there is an answer that another try would not change. */
  private async patiently(method: string, path: string, body: unknown, headers: () => Record<string, string>): Promise<Answer> {
    const endMs = Date.now() + PATIENCE_MS;
    for (let attempt = 0; ; attempt += 1) {
      const answer = await this.attempt(method, path, body, headers());
      if (answer && !TRY_AGAIN.has(answer.status)) return answer;
      if (Date.now() > endMs) throw new Error(`${method} ${path} was not answered for ${PATIENCE_MS / 1000} seconds.`);
      await pause(waitMs(answer, attempt));
    }
  }

  /** Undefined where the line broke before the answer was whole. */
  private async attempt(method: string, path: string, body: unknown, headers: Record<string, string>): Promise<Answer | undefined> {
    if (body !== undefined) headers['content-type'] = 'application/json';
    try {
      const response = await fetch(new URL(path, this.url), { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
      return { status: response.status, text: await response.text(), retryAfterSeconds: Number(response.headers.get('retry-after')) };
    } catch (error) {
      if (error instanceof TypeError) return undefined;
      throw error;
    }
  }
}

function bodyOf<Body>({ status, text }: Answer): Body {
  if (status < 300) return (text === '' ? undefined : JSON.parse(text)) as Body;
  throw new Refused(status, problemIn(text));
}

/** Whoever stands in front of the platform may answer with something else than a problem document. */
function problemIn(text: string): Refused['problem'] {
  try {
    return JSON.parse(text) as Refused['problem'];
  } catch {
    return { detail: text.slice(0, 200) };
  }
}

function waitMs(answer: Answer | undefined, attempt: number): number {
  const toldMs = (answer?.retryAfterSeconds ?? 0) * 1_000;
  return toldMs > 0 ? toldMs : Math.min(5_000, 100 * 2 ** attempt);
}
