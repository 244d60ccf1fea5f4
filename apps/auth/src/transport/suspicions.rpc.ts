import { RecordSuspicions, type RecordSuspicionsRequest } from '@bookable/contracts-auth';
import { Handles, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { KeepSuspicions } from '../application/keep-suspicions';

/** Takes in what public doors have seen. */
@Controller()
export class SuspicionsRpc {
  constructor(private readonly keepSuspicions: KeepSuspicions) {}

  @Handles(RecordSuspicions)
  keep(request: RecordSuspicionsRequest, context: MessageContext): Promise<void> {
    return this.keepSuspicions.execute(request, context);
  }
}
