import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import { DomainError } from '@bookable/kernel';
import { Logger } from '@bookable/platform-logging';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Fault, MethodNotAllowed, refusalOf } from './known-refusals';
import type { MethodsAt } from './methods-at';
import { sendProblem } from './problem-document';

/** Answers whatever was thrown, anywhere on the way of a request, with a problem document. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly logger: Logger,
    private readonly methodsAt: MethodsAt,
  ) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(thrown, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  answer(thrown: unknown, request: FastifyRequest, reply: FastifyReply): void {
    if (reply.sent) return;
    if (request.is404 && this.answerWrongMethod(request, reply)) return;
    const refusal = refusalOf(thrown);
    if (refusal) {
      sendProblem(refusal, request, reply);
      return;
    }
    this.logger.error('A request failed for a reason of ours', { requestId: request.id, route: request.routeOptions.url, error: thrown });
    sendProblem(new DomainError(Fault), request, reply, 500);
  }

  private answerWrongMethod(request: FastifyRequest, reply: FastifyReply): boolean {
    const [path = '/'] = request.url.split('?', 1);
    const methods = this.methodsAt(path);
    if (methods.length === 0) return false;
    void reply.header('allow', methods.join(', '));
    sendProblem(new DomainError(MethodNotAllowed), request, reply, 405);
    return true;
  }
}
