const WHOLE_KEYS = new Set([
  'name', 'firstname', 'lastname', 'fullname', 'displayname', 'username', 'birthdate', 'address', 'ip', 'remoteaddress',
  'auth', 'jwt', 'otp', 'text', 'html', 'body', 'params', 'parameters', 'recipient',
]);
const ENDINGS = /(?:authorization|cookies?|passwords?|passwordhash|passphrase|tokens?|secrets?|apikeys?|privatekeys?|credentials?|emails?|phones?|phonenumber)$/;

/**
 * Whether what stands under a key is a secret, or says who somebody is or what they wrote. Spelling does not matter:
 * `refreshToken`, `refresh_token` and `X-Refresh-Token` are one key.
 */
export function isSensitiveKey(key: string): boolean {
  const plain = key.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  return WHOLE_KEYS.has(plain) || ENDINGS.test(plain);
}
