import type { JsonSchema } from './rule-schemas';

/** No text is longer than a body that may be sent. */
const TEXT_LENGTH_AT_MOST = 1024 * 1024;
const ITEMS_AT_MOST = 100_000;
const LENGTH_OF_FORMAT: Readonly<Record<string, number>> = { uuid: 36, date: 10, 'date-time': 64, email: 320 };
const INT32 = { least: -(2 ** 31), most: 2 ** 31 - 1 };

/**
 * Says of every text, list and whole number in a document how large it may be, where no rule of a contract does:
 * a client that reserves room by the document needs a bound, and generators of clients a width.
 */
export function withBounds<Node>(node: Node): Node {
  if (Array.isArray(node)) return node.map((item: unknown) => withBounds(item)) as Node;
  if (typeof node !== 'object' || node === null) return node;
  const inside = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, key === 'examples' ? (value as unknown) : withBounds(value as unknown)]));
  return { ...inside, ...boundsOf(inside) } as Node;
}

function boundsOf(schema: JsonSchema): JsonSchema {
  // What is one of a few words, or anything at all, needs no bound; neither does what only looks like a schema.
  if ('enum' in schema || 'const' in schema || !isType(schema['type'])) return {};
  const types = [schema['type']].flat();
  return {
    ...(types.includes('string') ? { maxLength: schema['maxLength'] ?? LENGTH_OF_FORMAT[String(schema['format'])] ?? TEXT_LENGTH_AT_MOST } : {}),
    ...(types.includes('array') ? { maxItems: schema['maxItems'] ?? ITEMS_AT_MOST } : {}),
    ...(types.includes('integer') ? boundsOfInteger(schema) : {}),
  };
}

function boundsOfInteger({ minimum, exclusiveMinimum, maximum }: JsonSchema): JsonSchema {
  const least = (minimum ?? exclusiveMinimum ?? Number.MIN_SAFE_INTEGER) as number;
  const most = (maximum ?? Number.MAX_SAFE_INTEGER) as number;
  const format = least >= INT32.least && most <= INT32.most ? 'int32' : 'int64';
  return { format, minimum: exclusiveMinimum === undefined ? least : least + 1, maximum: most };
}

function isType(type: unknown): boolean {
  return typeof type === 'string' || (Array.isArray(type) && type.every((one) => typeof one === 'string'));
}
