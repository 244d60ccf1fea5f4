import { GetRating as GetRatingContract, type GetRatingRequest, ImportRating as ImportRatingContract, type ImportRatingRequest } from '@bookable/contracts-review';
import { Handles, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { GetRating } from '../application/get-rating';
import { ImportRating } from '../application/import-rating';

@Controller()
export class RatingsRpc {
  constructor(
    private readonly getRating: GetRating,
    private readonly importRating: ImportRating,
  ) {}

  @Handles(GetRatingContract)
  get(request: GetRatingRequest, context: MessageContext) {
    return this.getRating.execute(request, context);
  }

  @Handles(ImportRatingContract)
  import(request: ImportRatingRequest, context: MessageContext) {
    return this.importRating.execute(request, context);
  }
}
