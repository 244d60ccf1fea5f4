import type { Answer } from '../door';

/** What no refusal may tell: where our code lies, how it got there, and what we ask of the database. */
const INNARDS = [
  /\bat [\w.<>[\] ]+ \(?[^\s)]*:\d+:\d+/, /node_modules/, /\/(work|home|usr|dist|apps|libs)\/[\w.-]+\//, /\.(ts|js):\d+/,
  /\b(QueryFailedError|TypeError|ReferenceError|SyntaxError|RangeError|AggregateError)\b/,
  /\b(SELECT|INSERT INTO|UPDATE|DELETE FROM)\b.+\b(FROM|VALUES|SET|WHERE)\b/, /violates \w+[- ]?\w* constraint/,
  /(relation|column|function|schema|operator) "?[\w.]+"? does not exist/, /syntax error at or near/, /invalid input syntax/, /ECONNREFUSED/, /Unexpected token/,
];

const MEMBERS = ['type', 'title', 'status', 'detail', 'instance', 'requestId', 'code'] as const;

/** What is wrong with a refusal as a document: nothing, for a good one. */
export function complaintsAboutRefusal({ status, headers, body }: Answer, sent = ''): string[] {
  if (status < 400) return [];
  if (status >= 500 && status !== 503) return [`answers ${status}: ${JSON.stringify(body)}`];
  if (!headers.get('content-type')?.startsWith('application/problem+json')) return [`answers ${status} as ${headers.get('content-type')}`];
  const problem = body as Record<string, unknown>;
  const text = JSON.stringify(body);
  return [
    ...MEMBERS.filter((member) => problem[member] === undefined || problem[member] === '').map((member) => `a problem without ${member}`),
    ...(problem['status'] === status ? [] : ['a problem of another status than its answer']),
    ...(problem['requestId'] === headers.get('x-request-id') ? [] : ['a problem of another request']),
    ...INNARDS.filter((innards) => innards.test(text) && !innards.test(sent)).map((innards) => `tells ${innards.exec(text)?.[0]}`),
  ];
}

/** The fields that a refusal of malformed input names. */
export function namedFields({ body }: Answer): string[] {
  const { errors } = body as { readonly errors?: readonly { readonly path: string }[] };
  return (errors ?? []).map(({ path }) => path);
}
