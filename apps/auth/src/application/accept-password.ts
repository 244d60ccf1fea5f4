import { WeakPassword } from '@bookable/contracts-auth';
import { DomainError } from '@bookable/kernel';
import { type PasswordFault, type PasswordOwner, normalizePassword, passwordFault } from '../domain/password-policy';

const WORDS: Readonly<Record<PasswordFault, string>> = {
  'too-short': 'The password must have at least 8 characters.',
  'too-long': 'The password must have at most 128 characters.',
  'one-character': 'The password is one character repeated.',
  common: 'This password is among those that attackers try first.',
  'our-word': 'The password is a word of this place with digits or signs around it.',
  'own-name': 'The password is your name or e-mail address.',
};

/** Refuses a chosen password that is too easy to guess, and says why; `path` is the field it came in. */
export function acceptPassword(password: string, owner: PasswordOwner, path: string): void {
  const reason = passwordFault(normalizePassword(password), owner);
  if (reason) throw new DomainError(WeakPassword, WORDS[reason], { reason, errors: [{ path, message: WORDS[reason] }] });
}
