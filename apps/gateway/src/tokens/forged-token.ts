import { DomainError, Unauthenticated } from '@bookable/kernel';

/** A token that we never signed, or signed otherwise: nobody comes by one by waiting too long. To its sender it is one that is not valid. */
export class ForgedToken extends DomainError {
  constructor() {
    super(Unauthenticated, 'The access token is not valid.');
  }
}
