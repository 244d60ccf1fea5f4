/** The few headers that a redirect looks at, as they came. */
export interface PickedHeaders {
  readonly requestId?: string;
  readonly referrer?: string;
  readonly userAgent?: string;
  readonly language?: string;
}

const FIELDS = { 'x-request-id': 'requestId', referer: 'referrer', 'user-agent': 'userAgent', 'accept-language': 'language' } as const;
const LENGTHS = new Set(Object.keys(FIELDS).map(({ length }) => length));

const isField = (name: string): name is keyof typeof FIELDS => name in FIELDS;

/**
 * Picks them out of the raw list, names and values in turn. Node would first make an object of all of them, each name in
 * small letters, which costs more than everything else that a redirect needs. Of a header that comes twice the first counts.
 */
export function pickHeaders(raw: readonly string[]): PickedHeaders {
  const picked: { -readonly [Field in keyof PickedHeaders]: PickedHeaders[Field] } = { requestId: undefined, referrer: undefined, userAgent: undefined, language: undefined };
  for (let at = 0; at < raw.length; at += 2) {
    if (!LENGTHS.has(raw[at]!.length)) continue;
    const name = raw[at]!.toLowerCase();
    if (isField(name)) picked[FIELDS[name]] ??= raw[at + 1];
  }
  return picked;
}
