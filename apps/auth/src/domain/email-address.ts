import { domainToASCII } from 'node:url';

/**
 * The one spelling of an address that is kept: no surrounding spaces, composed letters, the domain in lower case
 * and as it stands in DNS. The local part keeps its case, because only its host may judge it; accounts are
 * nevertheless told apart without case.
 */
export function normalizeEmailAddress(text: string): string {
  const address = text.trim().normalize('NFC');
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1);
  return `${address.slice(0, at)}@${domainToASCII(domain) || domain.toLowerCase()}`;
}

/** Whether an address is one that by definition reaches nobody (RFC 2606); only accounts that nobody opened have one. */
export function mailNeverArrives(address: string): boolean {
  return /[@.]invalid$/i.test(address);
}
