import type { LoggedFault } from '@bookable/platform-logging';
import type { ErrorEvent, NodeClient } from '@sentry/node';
import { withoutData } from './without-data';

/** What a process says about where its faults are collected. */
export interface ReportOptions {
  /** Where Sentry, or something that speaks like it, takes events. */
  readonly dsn: string;
  readonly environment: string;
  readonly release: string;
  /** How long the end of the process may wait for the last ones; 2 s unless told. */
  readonly farewellMs?: number;
}

type SentryPackage = typeof import('@sentry/node');

const FAREWELL_MS = 2_000;
/** A fault that comes with every request is understood after fewer than these; the rest of the minute is not sent. */
const REPORTS_A_MINUTE = 60;
const MINUTE_MS = 60_000;
const SAMPLED_NEVER = 0;

/** Whether another process, in which the fault happened, tells of it. */
function isToldElsewhere(error: Error | undefined): boolean {
  return error !== undefined && 'isToldElsewhere' in error && error.isToldElsewhere === true;
}

/** Tells Sentry of faults of ours: never in the way of a request, and never with anything about a person. */
export class FaultReports {
  private minuteEndsAtMs = 0;
  private leftThisMinute = 0;

  private constructor(
    private readonly sentry: SentryPackage,
    private readonly client: NodeClient,
    private readonly farewellMs: number,
  ) {}

  /** Makes ready to send. What does so is loaded only here, so a process that is not told where to send never has it. */
  static async open({ dsn, environment, release, farewellMs = FAREWELL_MS }: ReportOptions): Promise<FaultReports> {
    const sentry = await import('@sentry/node');
    // A client of our own and no `init`: nothing of Node or of a library is wrapped or listened to.
    const client = new sentry.NodeClient({
      dsn,
      environment,
      release,
      integrations: [sentry.linkedErrorsIntegration()],
      tracesSampleRate: SAMPLED_NEVER,
      sendClientReports: false,
      transport: sentry.makeNodeTransport,
      stackParser: sentry.defaultStackParser,
      beforeSend: (event) => withoutData(event) as ErrorEvent,
    });
    client.init();
    return new FaultReports(sentry, client, farewellMs);
  }

  /** Sends a fault, soon. */
  readonly report = ({ level, service, message, error, facts }: LoggedFault): void => {
    if (isToldElsewhere(error) || !this.mayReport(performance.now())) return;
    const { requestId, traceId, route, topic, actorId: _who, ...others } = facts;
    const scope = new this.sentry.Scope();
    scope.setLevel(level);
    scope.setTags(Object.fromEntries(Object.entries({ service, requestId, traceId, route: route ?? topic }).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))));
    scope.setExtras({ ...others, said: message });
    scope.setFingerprint(error ? ['{{ default }}', service] : [service, message]);
    if (error) this.client.captureException(error, { originalException: error }, scope);
    else this.client.captureMessage(message, level, undefined, scope);
  };

  /** Sends what is on its way, for a short while, and stops. Never rejects. */
  async close(): Promise<void> {
    await this.client.close(this.farewellMs).then(undefined, () => false);
  }

  private mayReport(nowMs: number): boolean {
    if (nowMs >= this.minuteEndsAtMs) {
      this.minuteEndsAtMs = nowMs + MINUTE_MS;
      this.leftThisMinute = REPORTS_A_MINUTE;
    }
    this.leftThisMinute -= 1;
    return this.leftThisMinute >= 0;
  }
}
