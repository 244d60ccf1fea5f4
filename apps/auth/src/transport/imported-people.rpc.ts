import * as contracts from '@bookable/contracts-auth';
import { Handles, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { ImportPerson } from '../application/import-person';

/** Takes over people who were known elsewhere. */
@Controller()
export class ImportedPeopleRpc {
  constructor(private readonly importPerson: ImportPerson) {}

  @Handles(contracts.ImportPerson)
  import(request: contracts.ImportPersonRequest, context: MessageContext): Promise<contracts.UserView> {
    return this.importPerson.execute(request, context);
  }
}
