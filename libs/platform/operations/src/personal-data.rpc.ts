import { ErasePerson, type ErasePersonRequest, type ErasedPersonView, ExportPerson, type ExportPersonRequest, type PersonalRowsView, inService } from '@bookable/contracts-operations';
import { Handles, type MessageContext } from '@bookable/platform-bus';
import { Controller, type Type } from '@nestjs/common';
import { Erasure } from './erasure';
import { PersonalData } from './personal-data';

/** What one service answers to people about themselves, and what it forgets of them. */
export function personalDataRpcOf(service: string): Type<unknown> {
  @Controller()
  class PersonalDataRpc {
    constructor(
      private readonly data: PersonalData,
      private readonly erasure: Erasure,
    ) {}

    @Handles(inService(ExportPerson, service))
    show(request: ExportPersonRequest, context: MessageContext): Promise<PersonalRowsView> {
      return this.data.show(request, context);
    }

    @Handles(inService(ErasePerson, service))
    erase(request: ErasePersonRequest, context: MessageContext): Promise<ErasedPersonView> {
      return this.erasure.erase(request, context);
    }
  }
  return PersonalDataRpc;
}
