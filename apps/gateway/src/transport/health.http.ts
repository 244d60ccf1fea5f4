import { HealthChecks, Metrics } from '@bookable/platform-health';
import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { LimitedAs } from '../http/limited-as';

/** What those who run the system ask; never limited, because they ask most when it is least well. */
@Controller()
export class HealthHttp {
  constructor(
    private readonly health: HealthChecks,
    private readonly metrics: Metrics,
  ) {}

  @Get('/health/live') @LimitedAs(false)
  live(): { readonly status: 'live' } {
    return { status: 'live' };
  }

  @Get('/health/ready') @LimitedAs(false)
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const report = await this.health.ready();
    void reply.code(report.status === 'ready' ? 200 : 503).header('cache-control', 'no-store').send(report);
  }

  @Get('/metrics') @LimitedAs(false)
  async collect(@Res() reply: FastifyReply): Promise<void> {
    const { contentType, text } = await this.metrics.collect();
    void reply.type(contentType).header('cache-control', 'no-store').send(text);
  }
}
