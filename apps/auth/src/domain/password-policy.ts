import { passwordIsCommon } from './common-passwords';

export const PASSWORD_MIN_LENGTH = 8;
export const PASSWORD_MAX_LENGTH = 128;

/** Why a chosen password is refused. */
export type PasswordFault = 'too-short' | 'too-long' | 'common' | 'own-name' | 'one-character' | 'our-word';

/** Words of this product, which are tried first against it (ASVS 6.1.2); digits and signs around them hide nothing. */
export const OUR_WORDS: ReadonlySet<string> = new Set(['bookable', 'booking', 'password', 'administrator', 'operator', 'landlord', 'renter', 'hotel', 'welcome']);

/** What an attacker knows of the person. */
export interface PasswordOwner {
  readonly email: string;
  readonly name: string;
}

/** One spelling of a password whatever keyboard typed it (NIST SP 800-63B): compatible forms are composed alike. */
export function normalizePassword(password: string): string {
  return password.normalize('NFKC');
}

/**
 * Judges a normalised password by its length and by how early it would be guessed.
 * There are no rules about digits or symbols: they make passwords harder to remember, not to guess.
 */
export function passwordFault(password: string, owner: PasswordOwner): PasswordFault | undefined {
  const characters = [...password];
  if (characters.length < PASSWORD_MIN_LENGTH) return 'too-short';
  if (characters.length > PASSWORD_MAX_LENGTH) return 'too-long';
  if (new Set(characters).size === 1) return 'one-character';
  if (passwordIsCommon(password)) return 'common';
  if (OUR_WORDS.has(password.toLowerCase().replace(/[^\p{L}]/gu, ''))) return 'our-word';
  return passwordIsOwnName(password, owner) ? 'own-name' : undefined;
}

function passwordIsOwnName(password: string, { email, name }: PasswordOwner): boolean {
  const spelled = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, '');
  const names = [email, email.slice(0, email.lastIndexOf('@')), name].map(spelled);
  return names.includes(spelled(password));
}
