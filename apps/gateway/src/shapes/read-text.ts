import type { Property, Shape } from './shape';

const NUMBER = /^-?\d{1,15}(\.\d{1,15})?$/;
const WHOLE_LISTS = /,/;

/**
 * Reads the texts of a path and a query as what the shape expects there.
 * A text that cannot be read stays as it is, so that the rule that refuses it names the field.
 */
export function readTexts(shape: Shape, texts: Readonly<Record<string, unknown>>): Record<string, unknown> {
  // A name that reaches an ordinary object's prototype would be lost instead of refused.
  const read = Object.create(null) as Record<string, unknown>;
  for (const name of Object.keys(texts)) {
    const property = shape.properties.get(name);
    read[name] = property ? readProperty(property, texts[name]) : texts[name];
  }
  return read;
}

function readProperty(property: Property, text: unknown): unknown {
  if (property.rewrites.length > 0) return text;
  if (property.isList) return listOf(text).map((item) => readScalar(property, item));
  return readScalar(property, text);
}

/** A list may be given as `tags=a&tags=b` or as `tags=a,b`. */
function listOf(text: unknown): unknown[] {
  if (Array.isArray(text)) return text;
  return typeof text === 'string' ? text.split(WHOLE_LISTS) : [text];
}

function readScalar(property: Property, text: unknown): unknown {
  if (typeof text !== 'string') return text;
  if (property.scalar === 'number') return NUMBER.test(text) ? Number(text) : text;
  if (property.scalar === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  return text;
}
