/** An answer that nobody expected. */
export class UnexpectedAnswer extends Error {
  constructor(
    readonly status: number,
    readonly code: string | undefined,
    asked: string,
  ) {
    super(`${asked} answered ${status}${code === undefined ? '' : ` ${code}`}`);
  }
}

interface PageOf<Item> {
  readonly items: readonly Item[];
}

const TIMEOUT_MS = 20_000;

/** The public door as one caller uses it; the demo set comes in by no other way. */
export class DemoDoor {
  constructor(
    private readonly url: string,
    private readonly token?: string,
  ) {}

  signedIn(token: string): DemoDoor {
    return new DemoDoor(this.url, token);
  }

  get<Body>(path: string): Promise<Body> {
    return this.ask<Body>('GET', path);
  }

  async list<Item>(path: string): Promise<readonly Item[]> {
    return (await this.get<PageOf<Item>>(path)).items;
  }

  post<Body>(path: string, body: object): Promise<Body> {
    return this.ask<Body>('POST', path, { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
  }

  put<Body>(path: string, body: object = {}): Promise<Body> {
    return this.ask<Body>('PUT', path, { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
  }

  upload<Body>(path: string, field: string, files: readonly Buffer[]): Promise<Body> {
    const form = new FormData();
    files.forEach((bytes, index) => form.append(field, new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'image/jpeg' }), `photo-${index + 1}.jpg`));
    return this.ask<Body>('POST', path, { body: form });
  }

  private async ask<Body>(method: string, path: string, sent: RequestInit = {}): Promise<Body> {
    const headers = { ...sent.headers, ...(this.token === undefined ? {} : { authorization: `Bearer ${this.token}` }) };
    const answer = await fetch(new URL(path, this.url), { ...sent, method, headers, signal: AbortSignal.timeout(TIMEOUT_MS) });
    const text = await answer.text();
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    if (!answer.ok) throw new UnexpectedAnswer(answer.status, (body as { code?: string } | undefined)?.code, `${method} ${path}`);
    return body as Body;
  }
}
