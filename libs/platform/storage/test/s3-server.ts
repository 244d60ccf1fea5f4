import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

interface KeptObject {
  readonly bytes: Buffer;
  readonly contentType: string;
}

const KEYS_ON_A_PAGE = 2;

/** Speaks as much of S3 as we use, by path: PUT, GET, HEAD and DELETE of an object, HEAD of the bucket, and what is in it in small pages. */
export class S3Server {
  private readonly objects = new Map<string, KeptObject>();
  private readonly server: Server = createServer((request, response) => void this.serve(request, response));

  constructor(private readonly bucket: string) {}

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const [, bucket, ...rest] = new URL(request.url ?? '/', 'http://s3').pathname.split('/');
    const key = rest.join('/');
    if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256')) response.writeHead(403).end();
    else if (bucket !== this.bucket) response.writeHead(404).end();
    else if (key === '' && request.method === 'GET') this.list(response, new URL(request.url ?? '/', 'http://s3').searchParams.get('continuation-token') ?? '');
    else if (key === '') response.writeHead(200).end();
    else this.serveObject(request, response, key, Buffer.concat(chunks));
  }

  private list(response: ServerResponse, after: string): void {
    const keys = [...this.objects.keys()].sort().filter((key) => key > after);
    const page = keys.slice(0, KEYS_ON_A_PAGE);
    const next = keys.length > page.length ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : '';
    const contents = page.map((key) => `<Contents><Key>${key}</Key></Contents>`).join('');
    response.writeHead(200, { 'content-type': 'application/xml' }).end(`<ListBucketResult>${contents}${next}</ListBucketResult>`);
  }

  private serveObject(request: IncomingMessage, response: ServerResponse, key: string, bytes: Buffer): void {
    if (request.method === 'PUT') {
      this.objects.set(key, { bytes, contentType: request.headers['content-type'] ?? '' });
      response.writeHead(200).end();
      return;
    }
    if (request.method === 'DELETE') {
      this.objects.delete(key);
      response.writeHead(204).end();
      return;
    }
    const found = this.objects.get(key);
    if (!found) response.writeHead(404, { 'content-type': 'application/xml' }).end(request.method === 'HEAD' ? undefined : '<Error><Code>NoSuchKey</Code></Error>');
    else response.writeHead(200, { 'content-type': found.contentType, 'content-length': found.bytes.length }).end(request.method === 'HEAD' ? undefined : found.bytes);
  }
}
