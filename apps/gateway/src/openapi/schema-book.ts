import type { MessageClass } from '@bookable/kernel';
import { shapeOf } from '../shapes/read-shape';
import type { Property, Shape } from '../shapes/shape';
import type { JsonSchema } from './rule-schemas';
import { mayBeAbsent, mayBeNull, orNull, schemaOfProperty } from './schema-of-property';

/** Which fields of a request stand in its body, and what the address has decided already. */
export interface BodyPart {
  readonly leftOut: ReadonlySet<string>;
  readonly fixes: Readonly<Record<string, unknown>>;
}

const EVERYTHING: BodyPart = { leftOut: new Set(), fixes: {} };

/** Collects the schemas that a document refers to by name. */
export class SchemaBook {
  private readonly schemas = new Map<string, JsonSchema>();
  private readonly shapes = new Map<string, Shape>();

  /** Every schema that was referred to, by name. */
  entries(): Readonly<Record<string, JsonSchema>> {
    return Object.fromEntries([...this.schemas].sort(([one], [other]) => (one < other ? -1 : 1)));
  }

  /** Refers to the schema of a message class, describing it the first time. */
  refer(messageClass: MessageClass<object>): JsonSchema {
    return this.referTo(shapeOf(messageClass));
  }

  /** Describes the body of a request: what is not in its address, and nothing else. */
  describeBody(messageClass: MessageClass<object>, part: BodyPart): JsonSchema {
    return { ...this.describe(shapeOf(messageClass), '', part), unevaluatedProperties: false };
  }

  /** Describes one property where it stands, as for a parameter. */
  describeProperty(property: Property): JsonSchema {
    return schemaOfProperty(property, this.referTo);
  }

  private readonly referTo = (shape: Shape): JsonSchema => {
    // The second of two classes with one name would be documented as the first.
    if ((this.shapes.get(shape.name) ?? shape) !== shape) throw new Error(`Two messages are called "${shape.name}".`);
    if (!this.schemas.has(shape.name)) {
      this.shapes.set(shape.name, shape);
      this.schemas.set(shape.name, {});
      this.schemas.set(shape.name, this.describe(shape, shape.name, EVERYTHING));
    }
    return { $ref: `#/components/schemas/${shape.name}` };
  };

  private describe(shape: Shape, name: string, part: BodyPart): JsonSchema {
    const properties = [...shape.properties.values()].filter((property) => !part.leftOut.has(property.name));
    const union = properties.find(({ nested }) => nested?.discriminator !== undefined && shape.properties.has(nested.discriminator));
    const discriminator = union?.nested?.discriminator;
    if (!union || discriminator === undefined || this.isDecidedLater(shape, discriminator)) return this.object(properties);
    const rest = properties.filter((property) => property !== union && property.name !== discriminator);
    const fixed = part.fixes[discriminator];
    if (fixed !== undefined) return this.withDetails(rest, union, String(fixed));
    return this.union(name, rest, union, discriminator);
  }

  /** Where the discriminator may be left out, nobody can be told by it which variant follows. */
  private isDecidedLater(shape: Shape, discriminator: string): boolean {
    const property = shape.properties.get(discriminator);
    return property === undefined || mayBeAbsent(property);
  }

  private withDetails(rest: readonly Property[], union: Property, value: string): JsonSchema {
    const variant = union.nested?.variants.find((candidate) => candidate.value === value);
    const object = this.object(rest);
    if (!variant) return object;
    const details = { [union.name]: this.referTo(variant.shape()) };
    return { ...object, properties: { ...(object.properties as object), ...details }, required: [...((object.required as string[] | undefined) ?? []), union.name] };
  }

  /** A union cannot be told apart by what stands beside it unless each variant is an object of its own. */
  private union(name: string, rest: readonly Property[], union: Property, discriminator: string): JsonSchema {
    const common = this.object(rest);
    const variants = (union.nested?.variants ?? []).map(({ value, shape }) => ({
      value,
      schema: {
        title: value,
        type: 'object',
        properties: { [discriminator]: { type: 'string', const: value }, [union.name]: this.referTo(shape()) },
        required: [discriminator, union.name],
      },
    }));
    if (name === '') return { ...common, oneOf: variants.map(({ schema }) => schema) };
    this.schemas.set(`${name}Common`, common);
    const named = variants.map(({ value, schema }) => this.keepVariant(name, value, schema));
    const mapping = Object.fromEntries(variants.map(({ value }, index) => [value, named[index]]));
    return { oneOf: named.map(($ref) => ({ $ref })), discriminator: { propertyName: discriminator, mapping } };
  }

  private keepVariant(name: string, value: string, schema: JsonSchema): string {
    const own = `${name}Of${value.charAt(0).toUpperCase()}${value.slice(1)}`;
    this.schemas.set(own, { allOf: [{ $ref: `#/components/schemas/${name}Common` }, schema] });
    return `#/components/schemas/${own}`;
  }

  private object(properties: readonly Property[]): JsonSchema {
    const described = properties.map((property) => [property.name, this.describeNullable(property)]);
    const required = properties.filter((property) => !mayBeAbsent(property)).map(({ name }) => name);
    return { type: 'object', properties: Object.fromEntries(described) as object, ...(required.length > 0 ? { required } : {}) };
  }

  private describeNullable(property: Property): JsonSchema {
    const schema = schemaOfProperty(property, this.referTo);
    return mayBeNull(property) ? orNull(schema) : schema;
  }
}
