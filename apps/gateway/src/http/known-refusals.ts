import { HttpException } from '@nestjs/common';
import { DomainError, Malformed, NotFound, TooManyRequests, Unavailable, defineProblem } from '@bookable/kernel';

/** The body or an uploaded file is larger than the route takes. */
export const TooLarge = defineProblem('too-large', 'too-large', 'This is more than may be sent here.');
/** The body is of a media type that the route does not read. */
export const UnsupportedMedia = defineProblem('unsupported-media', 'unsupported-media', 'This media type is not read here.');
/** The address exists, and not for this method. */
export const MethodNotAllowed = defineProblem('method-not-allowed', 'malformed', 'This address does not know this method.');
/** A fault of ours; what it was stands in the log under the request's id. */
export const Fault = defineProblem('internal', 'unavailable', 'Something went wrong on our side.');

/** The refusals of the HTTP layers beneath us, in the product's words. Undefined for a fault of ours. */
export function refusalOf(thrown: unknown): DomainError | undefined {
  if (thrown instanceof DomainError) return thrown;
  const status = statusOf(thrown);
  if (status === undefined) return undefined;
  if (status === 404) return new DomainError(NotFound);
  if (status === 413) return new DomainError(TooLarge);
  if (status === 415) return new DomainError(UnsupportedMedia);
  if (status === 429) return new DomainError(TooManyRequests);
  if (status === 503) return new DomainError(Unavailable);
  return status >= 400 && status < 500 ? new DomainError(Malformed) : undefined;
}

function statusOf(thrown: unknown): number | undefined {
  if (thrown instanceof HttpException) return thrown.getStatus();
  if (!(thrown instanceof Error) || !('statusCode' in thrown)) return undefined;
  return typeof thrown.statusCode === 'number' ? thrown.statusCode : undefined;
}
