import { dictionary } from '@zxcvbn-ts/language-common';

const COMMON = new Set(dictionary['passwords-common']);

/** Whether attackers try this password early: it stands in the lists of leaked ones, in whatever case. */
export function passwordIsCommon(password: string): boolean {
  return COMMON.has(password.toLowerCase());
}
