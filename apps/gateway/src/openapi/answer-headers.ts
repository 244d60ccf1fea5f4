import type { JsonSchema } from './rule-schemas';

const COUNT = { type: 'integer', minimum: 0, maximum: 1_000_000_000 };

const WAIT = 'Retry-After';

/** What every counted answer carries beside its body. */
export const HEADERS: Readonly<Record<string, JsonSchema>> = {
  'RateLimit-Limit': { description: 'How often the caller may use this route in a minute.', schema: COUNT },
  'RateLimit-Remaining': { description: 'How often still.', schema: COUNT },
  'RateLimit-Reset': { description: 'Seconds until it is counted anew.', schema: COUNT },
  [WAIT]: { description: 'Seconds until it is of use to ask again.', schema: { type: 'integer', minimum: 1, maximum: 86_400 } },
  'X-Request-Id': { description: 'Under which the logs speak of this request.', schema: { type: 'string', maxLength: 128 } },
  'Access-Control-Allow-Origin': {
    description: 'The origin of the page that asks, where it is one that this installation knows; absent otherwise, and never `*`.',
    schema: { type: 'string', maxLength: 2_048 },
  },
};

const referTo = (names: readonly string[]): JsonSchema => Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));

/** Refers to those of every answer. */
export const ANSWER_HEADERS = referTo(Object.keys(HEADERS).filter((name) => name !== WAIT));
/** Refers to the one that says when to come again. */
export const RETRY_AFTER = referTo([WAIT]);
