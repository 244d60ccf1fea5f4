import {
  ChangeHotel as ChangeHotelContract,
  type ChangeHotelRequest,
  CreateHotel as CreateHotelContract,
  type CreateHotelRequest,
  FindHotels as FindHotelsContract,
  type FindHotelsRequest,
  GetHotel,
  type GetHotelRequest,
  GetRateCalendar,
  GetRates,
  type GetRatesRequest,
  PreviewRates,
  type PreviewRatesRequest,
  type RateCalendarRequest,
  SetRates as SetRatesContract,
  type SetRatesRequest,
} from '@bookable/contracts-hotel-management';
import { Handles, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { ChangeHotel } from '../application/change-hotel';
import { CreateHotel } from '../application/create-hotel';
import { FindHotels } from '../application/find-hotels';
import { SetRates } from '../application/set-rates';
import { ShowRates } from '../application/show-rates';

@Controller()
export class HotelsRpc {
  constructor(
    private readonly createHotel: CreateHotel,
    private readonly changeHotel: ChangeHotel,
    private readonly findHotels: FindHotels,
    private readonly setRates: SetRates,
    private readonly showRates: ShowRates,
  ) {}

  @Handles(CreateHotelContract)
  create(request: CreateHotelRequest, context: MessageContext) {
    return this.createHotel.execute(request, context);
  }

  @Handles(ChangeHotelContract)
  change(request: ChangeHotelRequest, context: MessageContext) {
    return this.changeHotel.execute(request, context);
  }

  @Handles(GetHotel)
  one(request: GetHotelRequest) {
    return this.findHotels.one(request);
  }

  @Handles(FindHotelsContract)
  own(request: FindHotelsRequest, context: MessageContext) {
    return this.findHotels.own(request, context);
  }

  @Handles(SetRatesContract)
  price(request: SetRatesRequest, context: MessageContext) {
    return this.setRates.execute(request, context);
  }

  @Handles(GetRates)
  rates(request: GetRatesRequest, context: MessageContext) {
    return this.setRates.read(request.hotelId, context);
  }

  @Handles(GetRateCalendar)
  rateCalendar(request: RateCalendarRequest, context: MessageContext) {
    return this.showRates.calendar(request, context);
  }

  @Handles(PreviewRates)
  previewRates(request: PreviewRatesRequest, context: MessageContext) {
    return this.showRates.preview(request, context);
  }
}
