import { defineCommand } from '@bookable/kernel';
import { IsId } from '@bookable/wire';

/** Which search not to keep any more. */
export class DeleteSavedSearchRequest {
  @IsId()
  id: string;
}

/** Lets go of a search of one's own. */
export const DeleteSavedSearch = defineCommand<DeleteSavedSearchRequest>({ topic: 'catalog.delete-saved-search', request: DeleteSavedSearchRequest });
