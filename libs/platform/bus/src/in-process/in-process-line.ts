import type { Answer, CallHeader, CallLine } from '../calls/call';
import { PendingCalls } from '../calls/pending-calls';
import { noAnswerFrom } from '../calls/refusal';
import { serviceOf } from '../topic';
import type { ServiceDirectory } from './service-directory';

/** Carries calls to services of the same process. Requests and answers still pass as JSON, so nothing is shared by accident. */
export class InProcessLine implements CallLine {
  private readonly pending = new PendingCalls();

  constructor(private readonly directory: ServiceDirectory) {}

  call(header: CallHeader, body: string): Promise<Answer> {
    const service = this.directory.next(serviceOf(header.topic));
    if (!service) return Promise.reject(noAnswerFrom(header.topic));
    const { id, answer } = this.pending.open(header.topic, header.timeLeftMs);
    service.answer(header, body, (given) => given && this.pending.settle(id, given));
    return answer;
  }

  /** Ends all calls that still wait. */
  close(): void {
    this.pending.failAll();
  }
}
