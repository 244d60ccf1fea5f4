import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { routesOf } from '../src/http/route-table';
import { HTTP_CONTROLLERS } from '../src/transport/http-controllers';
import { OpenedGateway } from './opened-gateway';

interface Document {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, { 'x-access': string; responses: Record<string, unknown>; operationId: string }>>;
  readonly components: { readonly schemas: Record<string, unknown>; readonly responses: Record<string, unknown> };
}

describe('The API document', () => {
  let gateway: OpenedGateway;
  let document: Document;

  beforeAll(async () => {
    gateway = await OpenedGateway.open();
    document = (await gateway.call('GET', '/api/openapi.json')).json() as unknown as Document;
  });

  afterAll(() => gateway.close());

  it('says every declared route, and who may call it', () => {
    for (const { method, path, access } of routesOf(HTTP_CONTROLLERS)) {
      const operation = document.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
      expect([method, path, operation?.['x-access']]).toEqual([method, path, access]);
    }
  });

  it('names each operation once', () => {
    const names = Object.values(document.paths).flatMap((operations) => Object.values(operations).map(({ operationId }) => operationId));
    expect(new Set(names).size).toBe(names.length);
  });

  it('refers to nothing that it does not hold', () => {
    const text = JSON.stringify(document);
    const { schemas, responses } = document.components;
    for (const [, kind, name] of text.matchAll(/"#\/components\/(schemas|responses)\/([^"]+)"/g)) {
      expect(Object.keys(kind === 'schemas' ? schemas : responses)).toContain(name);
    }
  });

  it('tells the kinds of listing apart by the word beside the details', () => {
    expect(document.components.schemas.ListingView).toMatchObject({ discriminator: { propertyName: 'kind', mapping: { event: '#/components/schemas/ListingViewOfEvent' } } });
  });

  it('says nothing of what only the edge fills in', () => {
    expect(JSON.stringify(document.paths['/api/auth/login'])).not.toContain('clientAddress');
  });

  it('is the one that is committed', () => {
    const committed: unknown = JSON.parse(readFileSync(resolve(__dirname, '../../../docs/openapi.json'), 'utf8'));
    expect(document).toEqual(committed);
  });

  it('has a page of its own that loads nothing from anywhere else', async () => {
    const page = await gateway.call('GET', '/api/docs');
    expect([page.status, page.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')]);
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(page.text).not.toMatch(/(src|href)="https?:/);
    for (const [, asset] of page.text.matchAll(/(?:src|href)="(\.[^"]+)"/g)) {
      expect((await gateway.call('GET', `/api/docs/${asset!.replace('./docs/', '').replace('./', '')}`)).status).toBe(200);
    }
  });
});
