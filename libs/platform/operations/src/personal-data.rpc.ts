import { ExportPerson, type ExportPersonRequest, type PersonalRowsView, inService } from '@bookable/contracts-operations';
import { Handles, type MessageContext } from '@bookable/platform-bus';
import { Controller, type Type } from '@nestjs/common';
import { PersonalData } from './personal-data';

/** What one service answers to people about themselves. */
export function personalDataRpcOf(service: string): Type<unknown> {
  @Controller()
  class PersonalDataRpc {
    constructor(private readonly data: PersonalData) {}

    @Handles(inService(ExportPerson, service))
    show(request: ExportPersonRequest, context: MessageContext): Promise<PersonalRowsView> {
      return this.data.show(request, context);
    }
  }
  return PersonalDataRpc;
}
