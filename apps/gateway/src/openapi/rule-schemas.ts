import type { Rule } from '../shapes/shape';

/** A JSON Schema, as OpenAPI 3.1 has it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

type Describe = (constraints: readonly unknown[]) => JsonSchema;

const TIME_OF_DAY = '^([01]\\d|2[0-3]):[0-5]\\d$';
const DAY: JsonSchema = { type: 'string', format: 'date' };
const INSTANT: JsonSchema = { type: 'string', format: 'date-time' };

/** What each rule of a contract says in JSON Schema. */
const DESCRIPTIONS: Readonly<Record<string, Describe>> = {
  isInt: () => ({ type: 'integer' }),
  isNumber: () => ({ type: 'number' }),
  isNumberTo: () => ({ type: 'number' }),
  isString: () => ({ type: 'string' }),
  isBoolean: () => ({ type: 'boolean' }),
  isObject: () => ({ type: 'object' }),
  isArray: () => ({ type: 'array' }),
  isDefined: () => ({}),
  isNotEmpty: () => ({}),
  isIn: ([values]) => ({ enum: [...(values as readonly unknown[])] }),
  isEnum: ([values]) => ({ enum: Object.values(values as object) }),
  equals: ([value]) => ({ const: value }),
  min: ([least]) => ({ minimum: least }),
  isDivisibleBy: ([factor]) => ({ multipleOf: factor }),
  max: ([most]) => ({ maximum: most }),
  isPositive: () => ({ exclusiveMinimum: 0 }),
  minLength: ([least]) => ({ type: 'string', minLength: least }),
  maxLength: ([most]) => ({ type: 'string', maxLength: most }),
  isLength: ([least, most]) => ({ type: 'string', minLength: least, maxLength: most }),
  matches: ([pattern]) => ({ type: 'string', pattern: (pattern as RegExp).source }),
  isEmail: () => ({ type: 'string', format: 'email' }),
  isUrl: () => ({ type: 'string', format: 'uri' }),
  isIp: () => ({ type: 'string' }),
  isId: () => ({ type: 'string', format: 'uuid' }),
  isUuid: () => ({ type: 'string', format: 'uuid' }),
  isCurrency: () => ({ type: 'string', pattern: '^[A-Z]{3}$', maxLength: 3 }),
  isTimeZoneName: () => ({ type: 'string', maxLength: 64, examples: ['Europe/Berlin'] }),
  isText: ([least, most]) => ({ type: 'string', minLength: least, maxLength: most }),
  isDay: () => DAY,
  isInstant: () => INSTANT,
  isDayOrInstant: () => ({ anyOf: [DAY, INSTANT] }),
  isTimeOfDay: () => ({ type: 'string', pattern: TIME_OF_DAY, maxLength: 5 }),
  isLatitude: () => ({ type: 'number', minimum: -90, maximum: 90 }),
  isLongitude: () => ({ type: 'number', minimum: -180, maximum: 180 }),
  arrayMinSize: ([least]) => ({ minItems: least }),
  arrayMaxSize: ([most]) => ({ maxItems: most }),
  arrayUnique: () => ({ uniqueItems: true }),
  arrayNotEmpty: () => ({ minItems: 1 }),
  isArea: () => ({ type: 'object', required: ['type', 'coordinates'], properties: { type: { enum: ['Polygon', 'MultiPolygon'] }, coordinates: { type: 'array', minItems: 1 } } }),
  isFreeJson: () => ({ type: 'object', additionalProperties: true }),
};

/** Says a rule in JSON Schema. Throws on a rule it does not know, because a document that leaves one out would lie. */
export function schemaOfRule({ name, constraints }: Rule): JsonSchema {
  const describe = DESCRIPTIONS[name];
  if (!describe) throw new Error(`The API document does not know how to say the rule "${name}".`);
  return Object.fromEntries(Object.entries(describe(constraints)).filter(([, value]) => value !== undefined));
}
