import { defineCommand } from '@bookable/kernel';
import { IsId } from '@bookable/wire';
import { HotelTerms, HotelView } from './hotel.view';

export class ChangeHotelRequest extends HotelTerms {
  @IsId()
  hotelId: string;
}

/** Replaces what is said of a hotel; its owner only. */
export const ChangeHotel = defineCommand<ChangeHotelRequest, HotelView>({ topic: 'hotel-management.change-hotel', request: ChangeHotelRequest, reply: HotelView });
