import { Forbidden, NotFound, defineCommand } from '@bookable/kernel';
import { HotelView } from './hotel.view';
import { RemoveStaffMemberRequest } from './remove-staff-member.command';
import { NotAnOwner } from './staff.errors';

/** To whom. */
export class HandOverHotelRequest extends RemoveStaffMemberRequest {}

/**
 * Whoever lets the rooms hands that over to another owner of the hotel: its listings and all that is booked from then on are
 * theirs, and the one before may go. What was booked before stays with whom it was agreed. Saying it again changes nothing.
 */
export const HandOverHotel = defineCommand<HandOverHotelRequest, HotelView>({
  topic: 'hotel-management.hand-over-hotel',
  request: HandOverHotelRequest,
  reply: HotelView,
  problems: [NotFound, Forbidden, NotAnOwner],
});
