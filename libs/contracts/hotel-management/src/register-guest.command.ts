import { defineCommand } from '@bookable/kernel';
import { IsId } from '@bookable/wire';
import { AlreadyAGuest, GuestOutOfReach } from './guest.errors';
import { GuestTerms, GuestView } from './guest.view';
import { NotBornYet } from './person.errors';

/** Who is to be a guest, and of which hotel. */
export class RegisterGuestRequest extends GuestTerms {
  @IsId()
  hotelId: string;
}

/** Registers a guest: the desk anybody, anybody else themselves, once (E4, E5). The system gives the client number. */
export const RegisterGuest = defineCommand<RegisterGuestRequest, GuestView>({
  topic: 'hotel-management.register-guest',
  request: RegisterGuestRequest,
  reply: GuestView,
  problems: [AlreadyAGuest, GuestOutOfReach, NotBornYet],
});
