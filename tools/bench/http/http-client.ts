import { Pool } from 'undici';

/** What is asked over a pool of kept-alive connections. */
export interface HttpQuestion {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly token?: string;
  readonly body?: unknown;
}

/** An HTTP client that costs little, so that what is measured is the server. */
export class HttpClient {
  private readonly pool: Pool;

  constructor(url: string, connections: number) {
    this.pool = new Pool(url, { connections, pipelining: 1 });
  }

  /** Answers the body; throws where the status is not the one that is wanted, so that nothing is measured but success. */
  async ask(question: HttpQuestion, wanted: number): Promise<string> {
    const { status, text } = await this.send(question);
    if (status !== wanted) throw new Error(`${question.method} ${question.path} answered ${status}, not ${wanted}: ${text.slice(0, 300)}`);
    return text;
  }

  /** Answers whatever is answered. */
  async send({ method, path, token, body }: HttpQuestion): Promise<{ readonly status: number; readonly text: string }> {
    const headers: Record<string, string> = {};
    if (token) headers['authorization'] = `Bearer ${token}`;
    if (body !== undefined) headers['content-type'] = 'application/json';
    const answer = await this.pool.request({ method, path, headers, body: body === undefined ? null : JSON.stringify(body) });
    return { status: answer.statusCode, text: await answer.body.text() };
  }

  close(): Promise<void> {
    return this.pool.close();
  }
}
