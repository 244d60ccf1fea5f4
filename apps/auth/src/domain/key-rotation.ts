const HOUR_MS = 3_600_000;

/** A key signs for so long. */
export const KEY_PERIOD_MS = 30 * 24 * HOUR_MS;
/** A key is published so long before it signs, so that every verifier has fetched it in time. */
export const KEY_LEAD_MS = 24 * HOUR_MS;
/** A key stays published so long after it last signed: far beyond the life of an access token and any skew of clocks. */
export const KEY_LINGER_MS = 24 * HOUR_MS;

/** When a signing key begins to sign; it ends when the next one begins. */
export interface SigningTerm {
  readonly kid: string;
  readonly signsFrom: Date;
}

/** What is to be done to the set of keys. */
export interface RotationPlan {
  /** When the key to be made begins to sign; undefined where none is needed. */
  readonly nextSignsFrom: Date | undefined;
  readonly retired: readonly string[];
}

function byTerm<Key extends SigningTerm>(keys: readonly Key[]): Key[] {
  return [...keys].sort((one, other) => one.signsFrom.getTime() - other.signsFrom.getTime() || (one.kid < other.kid ? -1 : 1));
}

/** The key that signs at an instant: the one whose term began last, or the first of all where a clock was set back before it. */
export function currentKey<Key extends SigningTerm>(keys: readonly Key[], now: Date): Key | undefined {
  const ordered = byTerm(keys);
  return ordered.findLast((key) => key.signsFrom <= now) ?? ordered[0];
}

/** The keys whose successor has signed for so long that nothing they signed is still valid. */
export function retiredKeys<Key extends SigningTerm>(keys: readonly Key[], now: Date): Key[] {
  const ordered = byTerm(keys);
  return ordered.filter((_, index) => {
    const successor = ordered[index + 1];
    return successor !== undefined && successor.signsFrom.getTime() + KEY_LINGER_MS <= now.getTime();
  });
}

/** The keys a verifier must know at an instant: the one that signs, those that did lately, and the next. */
export function publishedKeys<Key extends SigningTerm>(keys: readonly Key[], now: Date): Key[] {
  const retired = new Set(retiredKeys(keys, now));
  return byTerm(keys).filter((key) => !retired.has(key));
}

/**
 * Decides whether a key is to be made and which are to go. `usable` are the keys whose private half we can open:
 * where the present one is not among them, a new one must sign at once.
 */
export function planRotation(keys: readonly SigningTerm[], usable: readonly SigningTerm[], now: Date): RotationPlan {
  const retired = retiredKeys(keys, now).map((key) => key.kid);
  const current = currentKey(usable, now);
  if (current === undefined) return { nextSignsFrom: now, retired };
  const endsAt = current.signsFrom.getTime() + KEY_PERIOD_MS;
  const hasNext = usable.some((key) => key.signsFrom > now);
  if (hasNext || now.getTime() < endsAt - KEY_LEAD_MS) return { nextSignsFrom: undefined, retired };
  return { nextSignsFrom: new Date(Math.max(endsAt, now.getTime() + KEY_LEAD_MS)), retired };
}
