import { type Operation, committedDocument, operationAt, pointerTo } from './api-document';
import { type Answer, type Asked, Door } from '../door';
import { misfit } from './sealed-document';

/** A door that holds every answer against the document, whoever asked and for whatever reason. */
export class WatchedDoor extends Door {
  private readonly seen: string[] = [];

  override async ask<Body = unknown>(method: string, path: string, asked: Asked = {}): Promise<Answer<Body>> {
    const answer = await super.ask<Body>(method, path, asked);
    const operation = operationAt(method, path);
    const breach = operation && breachOf(operation, answer);
    if (breach) this.seen.push(`${operation.name}: ${breach}`);
    return answer;
  }

  /** What was answered otherwise than documented since this was last asked, each kind of it once. */
  breaches(): string[] {
    return [...new Set(this.seen.splice(0))];
  }
}

/** How an answer departs from what the document says of its operation and status. */
export function breachOf(operation: Operation, { status, headers, body }: Answer): string | undefined {
  if (!operation.statuses.has(status)) return `answers ${status}, which is not documented: ${JSON.stringify(body).slice(0, 300)}`;
  const media = headers.get('content-type')?.split(';', 1)[0];
  const [pointer, documented] = contentOf(operation, status);
  if (documented === undefined) return body === '' ? undefined : `answers ${status} with a body where none is documented`;
  const named = Object.keys(documented).find((one) => one === media || (one.endsWith('/*') && media?.startsWith(one.slice(0, -1))));
  if (named === undefined) return `answers ${status} as ${media ?? 'nothing'}, not as ${Object.keys(documented).join(' or ')}`;
  const fault = named.endsWith('json') ? misfit(`${pointer}/${pointerTo(named).slice(2)}/schema`, body) : undefined;
  return fault && `answers ${status} with what is not documented: ${fault} in ${JSON.stringify(body).slice(0, 400)}`;
}

type Content = Readonly<Record<string, unknown>>;

interface Response {
  readonly $ref?: string;
  readonly content?: Content;
}

function contentOf({ method, path }: Operation, status: number): [pointer: string, content: Content | undefined] {
  const own = committedDocument.paths[path]?.[method.toLowerCase()]?.responses[String(status)] as Response;
  if (own.$ref === undefined) return [pointerTo('paths', path, method.toLowerCase(), 'responses', String(status), 'content'), own.content];
  const name = own.$ref.split('/').at(-1) ?? '';
  return [pointerTo('components', 'responses', name, 'content'), (committedDocument.components.responses[name] as Response).content];
}
