import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HealthChecks } from './health-checks';
import type { Metrics } from './metrics';

interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
}

const json = (status: number, body: unknown): Answer => ({ status, contentType: 'application/json', text: JSON.stringify(body) });

/** The small HTTP door of a process that has no other: `/health/live`, `/health/ready` and `/metrics`. */
export class HealthServer {
  private readonly server: Server;

  constructor(
    private readonly health: HealthChecks,
    private readonly metrics: Metrics,
  ) {
    this.server = createServer((request, response) => void this.serve(request, response));
    this.server.requestTimeout = 5_000;
    this.server.keepAliveTimeout = 5_000;
  }

  /** Resolves with the port it listens on; port 0 takes any free one. */
  async listen(port: number, host?: string): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, host, resolve);
    });
    return (this.server.address() as AddressInfo).port;
  }

  /** Stops listening and lets go of idle connections. */
  async close(): Promise<void> {
    if (!this.server.listening) return;
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    this.server.closeAllConnections();
    await closed;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { status, contentType, text } = await this.answer(request).catch(() => json(500, { status: 'fault' }));
    response.writeHead(status, { 'content-type': contentType, 'cache-control': 'no-store' }).end(request.method === 'HEAD' ? undefined : text);
  }

  private async answer(request: IncomingMessage): Promise<Answer> {
    if (request.method !== 'GET' && request.method !== 'HEAD') return json(405, { status: 'method-not-allowed' });
    switch (request.url?.split('?')[0]) {
      case '/health/live':
        return json(200, { status: 'live' });
      case '/health/ready': {
        const report = await this.health.ready();
        return json(report.status === 'ready' ? 200 : 503, report);
      }
      case '/metrics':
        return { status: 200, ...(await this.metrics.collect()) };
      default:
        return json(404, { status: 'not-found' });
    }
  }
}
