import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { type JsonSchema, type RawDocument, committedDocument } from './api-document';

const DOCUMENT = 'https://bookable.example/openapi.json';

/**
 * The document with every object closed: a field that is not documented is a fault in an answer as well as in a request.
 * Refusals stay open, because facts may stand beside their members.
 */
const sealed = sealDocument(committedDocument);
const ajv = new Ajv2020({ strict: false, allErrors: false, validateSchema: false });
addFormats(ajv);
ajv.addSchema(sealed, DOCUMENT);
const compiled = new Map<string, ValidateFunction>();

/** Holds a value against the schema that stands at a pointer of the document; undefined where it fits. */
export function misfit(pointer: string, value: unknown): string | undefined {
  const validate = compiled.get(pointer) ?? ajv.compile({ $ref: `${DOCUMENT}${pointer}` });
  compiled.set(pointer, validate);
  return validate(value) ? undefined : ajv.errorsText(validate.errors, { dataVar: 'it' });
}

/** Holds a value against a schema that refers to nothing. */
export function misfitOf(schema: JsonSchema, value: unknown): boolean {
  return !ajv.validate(schema as object, value);
}

function sealDocument(document: RawDocument): object {
  const { Problem: problem, ...schemas } = document.components.schemas;
  const closed = Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, seal(schema, !name.endsWith('Common'))]));
  return { ...document, paths: seal(document.paths, false), components: { ...document.components, schemas: { Problem: problem, ...closed } } };
}

/** Parts of a union or of a sum see only a share of the object, so the whole is what is closed. */
function seal(node: unknown, closes: boolean): unknown {
  if (Array.isArray(node)) return node.map((item) => seal(item, true));
  if (typeof node !== 'object' || node === null) return node;
  const inside = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, key === 'allOf' || key === 'oneOf' ? (value as unknown[]).map((part) => seal(part, false)) : seal(value, true)]),
  );
  const isObject = typeof inside['properties'] === 'object' && !('in' in node);
  const isSum = 'allOf' in node;
  return closes && (isObject || isSum) && !('unevaluatedProperties' in node) ? { ...inside, unevaluatedProperties: false } : inside;
}
