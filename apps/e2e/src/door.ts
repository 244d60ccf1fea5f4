/** What came back from the public door. */
export interface Answer<Body = unknown> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** What goes in beside method and path. */
export interface Asked {
  readonly token?: string;
  readonly body?: unknown;
  readonly form?: FormData;
  /** Sent as it is, whatever it is. */
  readonly raw?: { readonly text: string | Uint8Array; readonly contentType: string };
  readonly headers?: Readonly<Record<string, string>>;
  /** Ends the wait for an answer. */
  readonly signal?: AbortSignal;
}

/** The public REST door of a running system: the only thing a journey knows of it. */
export class Door {
  constructor(readonly url: string) {}

  async ask<Body = unknown>(method: string, path: string, asked: Asked = {}): Promise<Answer<Body>> {
    const response = await fetch(new URL(path, this.url), { method, redirect: 'manual', headers: headersOf(asked), body: bodyOf(asked), signal: asked.signal });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return { status: response.status, headers: response.headers, body: (isJson && text ? JSON.parse(text) : text) as Body };
  }
}

function headersOf({ token, body, raw, headers }: Asked): Record<string, string> {
  return {
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(raw && { 'content-type': raw.contentType }),
    ...(token && { authorization: `Bearer ${token}` }),
    ...headers,
  };
}

function bodyOf({ body, form, raw }: Asked): string | Uint8Array<ArrayBuffer> | FormData | undefined {
  if (raw) return typeof raw.text === 'string' ? raw.text : new Uint8Array(raw.text);
  return form ?? (body === undefined ? undefined : JSON.stringify(body));
}
