const MAX_LENGTH = 8_192;

/** Control characters that JSON leaves as they are and that a terminal or a line reader may obey. */
const UNSEEN = /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

const URL_CREDENTIALS = /:\/\/[^\s/@]{1,512}@/g;
const EMAIL = /[^\s@/<>"'(),;:=\\]{1,64}@[^\s@/<>"'(),;:=\\]{1,255}\.[^\s@/<>"'(),;:=\\.]{2,63}/gu;
const JWT = /\beyJ[\w-]{8,}\.[\w-]{4,}\.[\w-]*/g;
const BEARER = /\b(bearer|basic)\s+[\w.~+/=-]{8,}/gi;
const QUERY_SECRET = /([?&#](?:[\w-]{0,32}token|code|key|secret|password)=)[^\s&#"']{1,2048}/gi;
const PHONE = /\+\d[\d ()-]{7,20}\d/g;

/** Text fit for a log: secrets and addresses that hide inside a message or URL are taken out, and it is cut at 8 KB. */
export function scrubText(text: string): string {
  let scrubbed = text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text;
  scrubbed = scrubbed.replace(UNSEEN, '\ufffd');
  if (scrubbed.includes('@')) scrubbed = scrubbed.replace(URL_CREDENTIALS, '://[redacted]@').replace(EMAIL, '[email]');
  if (scrubbed.includes('=')) scrubbed = scrubbed.replace(QUERY_SECRET, '$1[redacted]');
  if (scrubbed.includes('+')) scrubbed = scrubbed.replace(PHONE, '[phone]');
  return scrubbed.replace(BEARER, '$1 [redacted]').replace(JWT, '[token]');
}
