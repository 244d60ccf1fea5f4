import type { Property, Scalar, Shape } from '../shapes/shape';
import { type JsonSchema, schemaOfRule } from './rule-schemas';

/** Answers where a nested shape is described. */
export type Refer = (shape: Shape) => JsonSchema;

const TYPE_OF_SCALAR: Readonly<Record<Scalar, JsonSchema>> = {
  text: { type: 'string' },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  anything: {},
};

/** Says one property in JSON Schema. */
export function schemaOfProperty(property: Property, refer: Refer): JsonSchema {
  const whole = merged(property.rules.filter((rule) => !rule.each || !property.isList).map(schemaOfRule));
  if (!property.isList) return { ...elementOf(property, refer), ...whole };
  const items = { ...elementOf(property, refer), ...merged(property.rules.filter((rule) => rule.each).map(schemaOfRule)) };
  return { type: 'array', items, ...whole };
}

/** Whether a message may leave the property out. */
export function mayBeAbsent(property: Property): boolean {
  return property.optional || isSkipped(property, {});
}

/** Whether null may stand in the property. */
export function mayBeNull(property: Property): boolean {
  return property.optional || isSkipped(property, { [property.name]: null });
}

/** A condition on other fields does not hold where there are none, so whoever leaves those out may leave this out too. */
function isSkipped({ appliesWhen }: Property, owner: object): boolean {
  return !appliesWhen.every((applies) => applies(owner));
}

/** The same, where null may stand instead. */
export function orNull(schema: JsonSchema): JsonSchema {
  if (typeof schema.type === 'string' && schema.$ref === undefined && schema.enum === undefined && schema.const === undefined) return { ...schema, type: [schema.type, 'null'] };
  return { anyOf: [schema, { type: 'null' }] };
}

function elementOf({ nested, scalar }: Property, refer: Refer): JsonSchema {
  if (!nested) return TYPE_OF_SCALAR[scalar];
  const [first, ...rest] = nested.variants.map(({ shape }) => refer(shape()));
  return rest.length === 0 && first ? first : { anyOf: [first, ...rest] };
}

function merged(schemas: readonly JsonSchema[]): JsonSchema {
  return Object.assign({}, ...schemas) as JsonSchema;
}
