import * as contracts from '@bookable/contracts-auth';
import { Handles, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { RequestPersonExport } from '../application/person-export/request-person-export';
import { ShowPersonExport } from '../application/person-export/show-person-export';

/** Answers people about all that is kept of them. */
@Controller()
export class PersonExportsRpc {
  constructor(
    private readonly requestExport: RequestPersonExport,
    private readonly showExport: ShowPersonExport,
  ) {}

  @Handles(contracts.RequestPersonExport)
  request(request: contracts.PersonExportRequest, context: MessageContext): Promise<contracts.PersonExportView> {
    return this.requestExport.execute(request, context);
  }

  @Handles(contracts.GetPersonExport)
  show(request: contracts.OwnPersonExportRequest, context: MessageContext): Promise<contracts.PersonExportView> {
    return this.showExport.show(request, context);
  }

  @Handles(contracts.OpenPersonExport)
  open(request: contracts.OwnPersonExportRequest, context: MessageContext): Promise<contracts.PersonExportFileView> {
    return this.showExport.open(request, context);
  }
}
