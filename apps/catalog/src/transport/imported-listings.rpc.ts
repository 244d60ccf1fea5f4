import * as contracts from '@bookable/contracts-catalog';
import { Handles, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { ImportListing } from '../application/import-listing';

@Controller()
export class ImportedListingsRpc {
  constructor(private readonly importListing: ImportListing) {}

  @Handles(contracts.ImportListing)
  import(request: contracts.ImportListingRequest, context: MessageContext) {
    return this.importListing.execute(request, context);
  }
}
