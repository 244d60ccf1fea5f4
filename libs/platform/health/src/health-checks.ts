/** Rejects while what it asks after cannot be used. */
export type HealthCheck = () => Promise<unknown>;

/** What `/health/ready` answers: the whole, and each dependency by name. */
export interface HealthReport {
  readonly status: 'ready' | 'starting' | 'stopping' | 'not-ready';
  readonly checks: Readonly<Record<string, 'up' | 'down'>>;
}

interface State {
  phase: 'starting' | 'running' | 'stopping';
  readonly checks: Map<string, HealthCheck>;
  asked?: { readonly atMs: number; readonly report: Promise<HealthReport> };
}

const CHECK_TIMEOUT_MS = 1_000;
/** Readiness may be asked by anybody, so that its answers are kept for a moment to spare what they ask after. */
const KEPT_MS = 500;

function timeLimit(): { readonly passed: Promise<never>; readonly clear: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const passed = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), CHECK_TIMEOUT_MS);
  });
  return { passed, clear: () => clearTimeout(timer) };
}

async function isUp(check: HealthCheck): Promise<boolean> {
  const limit = timeLimit();
  try {
    await Promise.race([check(), limit.passed]);
    return true;
  } catch {
    return false;
  } finally {
    limit.clear();
  }
}

/** What a process depends on and whether it may be sent work. Injected by this class. */
export class HealthChecks {
  constructor(
    private readonly scope = '',
    private readonly state: State = { phase: 'starting', checks: new Map() },
  ) {}

  /** The same checks, where every name added begins with the service's: for a process that hosts several. */
  forService(service: string): HealthChecks {
    return new HealthChecks(`${service}.`, this.state);
  }

  /** Adds a dependency without which no work can be done. Why it is down goes to the log of whoever checks, not to the public. */
  add(name: string, check: HealthCheck): void {
    this.state.checks.set(`${this.scope}${name}`, check);
  }

  /** From now on work is welcome. */
  started(): void {
    this.state.phase = 'running';
    this.state.asked = undefined;
  }

  /** From now on no new work is welcome; what runs is finished. */
  stopping(): void {
    this.state.phase = 'stopping';
    this.state.asked = undefined;
  }

  /** Asks every dependency at once, each for a second at most. */
  ready(nowMs: number = performance.now()): Promise<HealthReport> {
    const { asked } = this.state;
    if (asked && nowMs - asked.atMs < KEPT_MS) return asked.report;
    const report = this.ask();
    this.state.asked = { atMs: nowMs, report };
    return report;
  }

  private async ask(): Promise<HealthReport> {
    const { phase, checks } = this.state;
    const answers = await Promise.all([...checks].map(async ([name, check]) => [name, await isUp(check)] as const));
    const whole = answers.every(([, up]) => up) ? 'ready' : 'not-ready';
    return {
      status: phase === 'running' ? whole : phase,
      checks: Object.fromEntries(answers.map(([name, up]) => [name, up ? 'up' : 'down'])),
    };
  }
}
