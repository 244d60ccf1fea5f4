import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import { Pool } from 'pg';
import type { SearchListingsRequest } from '@bookable/contracts-catalog';
import { criteriaOf } from '../src/domain/read-criteria';
import { searchStatement } from '../src/persistence/search/search-statement';

/**
 * The floor of a search: bare Fastify and pg, one process, no bus, no checks, on the very statement of this service.
 * `/text` hands on the JSON that Postgres wrote; `/rows` decodes it and writes it again, as a handler over rows does.
 */
async function serve(databaseUrl: string): Promise<void> {
  const pool = new Pool({ connectionString: databaseUrl, max: 10, options: '-c search_path=catalog,extensions,public' });
  const app = Fastify();
  const find = async (query: unknown): Promise<string> => {
    const request: SearchListingsRequest = { ...(query as SearchListingsRequest), limit: 20 };
    const { sql, values } = searchStatement(criteriaOf(request), { now: new Date() }, { limit: 20 });
    const { rows } = await pool.query<{ items: string | null }>({ name: 'floor', text: sql, values: [...values] });
    const items = (rows[0]?.items ?? '').split('\u001e').filter(Boolean);
    return `{"items":[${items.map((item) => `${item}}`).join(',')}],"nextCursor":null}`;
  };
  app.get('/text', async (request, reply) => reply.header('content-type', 'application/json').send(await find(request.query)));
  app.get('/rows', async (request) => JSON.parse(await find(request.query)) as object);
  await app.listen({ port: 0, host: '127.0.0.1' });
  process.once('SIGTERM', () => process.exit(0));
  process.send?.({ port: (app.server.address() as AddressInfo).port });
}

void serve(process.env['DATABASE_URL']!);
