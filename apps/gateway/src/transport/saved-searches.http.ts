import {
  ChangeSavedSearch, type ChangeSavedSearchRequest, DeleteSavedSearch, type DeleteSavedSearchRequest, FindSavedSearches, type FindSavedSearchesRequest,
  SaveSearch, type SaveSearchRequest,
} from '@bookable/contracts-catalog';
import { Bus } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { Route } from '../http/route';

/** Searches that people keep, to be told of what newly fits. */
@Controller()
export class SavedSearchesHttp {
  constructor(private readonly bus: Bus) {}

  @Route('POST', '/api/saved-searches', SaveSearch, { says: 'Keeps a search of the caller.', access: 'signed-in', status: 201 })
  save(asked: SaveSearchRequest): Promise<Buffer> {
    return this.bus.forward(SaveSearch, asked);
  }

  @Route('GET', '/api/saved-searches', FindSavedSearches, { says: "The caller's saved searches.", access: 'signed-in' })
  find(asked: FindSavedSearchesRequest): Promise<Buffer> {
    return this.bus.forward(FindSavedSearches, asked);
  }

  @Route('PUT', '/api/saved-searches/:id', ChangeSavedSearch, { says: "Changes one of the caller's saved searches.", access: 'owner' })
  change(asked: ChangeSavedSearchRequest): Promise<Buffer> {
    return this.bus.forward(ChangeSavedSearch, asked);
  }

  @Route('DELETE', '/api/saved-searches/:id', DeleteSavedSearch, { says: "Lets go of one of the caller's saved searches.", access: 'owner' })
  delete(asked: DeleteSavedSearchRequest): Promise<Buffer> {
    return this.bus.forward(DeleteSavedSearch, asked);
  }
}
