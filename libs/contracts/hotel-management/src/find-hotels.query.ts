import { type Page, defineQuery } from '@bookable/kernel';
import { IsId, PageRequest } from '@bookable/wire';
import { HotelView } from './hotel.view';

export class FindHotelsRequest extends PageRequest {}

/** The hotels the caller works in, newest first, each with their role. */
export const FindHotels = defineQuery<FindHotelsRequest, Page<HotelView>>({
  topic: 'hotel-management.find-hotels',
  request: FindHotelsRequest,
  reply: HotelView,
  answers: 'page',
});

export class GetHotelRequest {
  @IsId()
  hotelId: string;
}

/** One hotel; anybody may read it. */
export const GetHotel = defineQuery<GetHotelRequest, HotelView>({ topic: 'hotel-management.get-hotel', request: GetHotelRequest, reply: HotelView });
