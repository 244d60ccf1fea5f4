import { defineCommand } from '@bookable/kernel';
import { HotelTerms, HotelView } from './hotel.view';

export class CreateHotelRequest extends HotelTerms {}

/** Opens a hotel; the caller becomes its owner. */
export const CreateHotel = defineCommand<CreateHotelRequest, HotelView>({ topic: 'hotel-management.create-hotel', request: CreateHotelRequest, reply: HotelView });
