import type { JsonSchema } from './api-document';

const NUMBER = /^-?\d{1,15}(\.\d{1,15})?$/;

/** What a text of an address means to the schema that documents it: a text, unless the schema wants something else. */
export function meaningOf(text: string, schema: JsonSchema): unknown {
  if (schema['type'] === 'array') return text.split(',').filter(Boolean).map((item) => meaningOf(item, (schema['items'] ?? {}) as JsonSchema));
  if (schema['type'] === 'integer' || schema['type'] === 'number') return NUMBER.test(text) ? Number(text) : text;
  if (schema['type'] === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  return text;
}
