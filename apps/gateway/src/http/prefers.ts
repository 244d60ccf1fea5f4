import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a caller would rather have this media type than JSON: it is named in `Accept`, and JSON is not weighed higher
 * (RFC 9110, 12.5.1).
 */
export function prefers({ accept = '' }: IncomingHttpHeaders, mediaType: string): boolean {
  const weights = new Map(accept.split(',').map(weighed));
  const wanted = weights.get(mediaType) ?? 0;
  return wanted > 0 && wanted >= (weights.get('application/json') ?? 0);
}

function weighed(range: string): readonly [mediaType: string, weight: number] {
  const [mediaType = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
  const weight = parameters.find((parameter) => parameter.startsWith('q='));
  return [mediaType, weight === undefined ? 1 : Number(weight.slice(2)) || 0];
}
