import { type ErasureView, FindErasures, type FindErasuresRequest } from '@bookable/contracts-auth';
import type { Page } from '@bookable/kernel';
import { Handles, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { FindErasures as FindErasuresForAdministrators } from '../application/erasure/find-erasures';

/** Answers about people who were erased. */
@Controller()
export class ErasuresRpc {
  constructor(private readonly findErasures: FindErasuresForAdministrators) {}

  @Handles(FindErasures)
  find(request: FindErasuresRequest, context: MessageContext): Promise<Page<ErasureView>> {
    return this.findErasures.execute(request, context);
  }
}
