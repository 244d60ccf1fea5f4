import {
  GetGeography, type GetGeographyRequest, ImportDistricts, type ImportDistrictsRequest, ImportStations, type ImportStationsRequest, SettleGeography,
  type SettleGeographyRequest,
} from '@bookable/contracts-catalog';
import { Handles, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { ImportGeography } from '../application/import-geography';

/** Where stations are and districts lie. */
@Controller()
export class GeographyRpc {
  constructor(private readonly geography: ImportGeography) {}

  /** `catalog.import-stations` */
  @Handles(ImportStations)
  stations(request: ImportStationsRequest, context: MessageContext) {
    return this.geography.stations(request, context);
  }

  /** `catalog.import-districts` */
  @Handles(ImportDistricts)
  districts(request: ImportDistrictsRequest, context: MessageContext) {
    return this.geography.districts(request, context);
  }

  /** `catalog.settle-geography` */
  @Handles(SettleGeography)
  settle(request: SettleGeographyRequest, context: MessageContext) {
    return this.geography.settle(request, context);
  }

  /** `catalog.get-geography` */
  @Handles(GetGeography)
  read(_request: GetGeographyRequest, context: MessageContext) {
    return this.geography.read(context);
  }
}
