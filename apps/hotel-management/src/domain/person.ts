/** How somebody can be reached. */
export interface Reach {
  readonly phone?: string | null;
  readonly email?: string | null;
}

/** A guest has a phone number, an e-mail address, or both (E4). */
export function canBeReached({ phone, email }: Reach): boolean {
  return Boolean(phone) || Boolean(email);
}

/** Nobody works or stays before the day of their birth; days are `YYYY-MM-DD`. */
export function isBornBy(birthDate: string, today: string): boolean {
  return birthDate <= today;
}
