import * as contracts from '@bookable/contracts-catalog';
import { Handles, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { ChangeSavedSearch } from '../application/change-saved-search';
import { DeleteSavedSearch } from '../application/delete-saved-search';
import { FindSavedSearches } from '../application/find-saved-searches';
import { SaveSearch } from '../application/save-search';

@Controller()
export class SavedSearchesRpc {
  constructor(
    private readonly saveSearch: SaveSearch,
    private readonly findSavedSearches: FindSavedSearches,
    private readonly changeSavedSearch: ChangeSavedSearch,
    private readonly deleteSavedSearch: DeleteSavedSearch,
  ) {}

  @Handles(contracts.SaveSearch)
  save(request: contracts.SaveSearchRequest, context: MessageContext) {
    return this.saveSearch.execute(request, context);
  }

  @Handles(contracts.FindSavedSearches)
  find(request: contracts.FindSavedSearchesRequest, context: MessageContext) {
    return this.findSavedSearches.execute(request, context);
  }

  @Handles(contracts.ChangeSavedSearch)
  change(request: contracts.ChangeSavedSearchRequest, context: MessageContext) {
    return this.changeSavedSearch.execute(request, context);
  }

  @Handles(contracts.DeleteSavedSearch)
  delete(request: contracts.DeleteSavedSearchRequest, context: MessageContext) {
    return this.deleteSavedSearch.execute(request, context);
  }
}
