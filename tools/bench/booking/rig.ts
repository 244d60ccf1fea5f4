import { MeasuredProcess } from '../measure/child-process';

interface Ready {
  readonly databaseUrl: string;
  /** A resource that takes as many bookings as come, and that the service of the rig leaves alone. */
  readonly hotOfFloor: string;
}

/** The booking service in a process of its own, asked without a gateway and without a broker. */
export class Rig {
  private constructor(private readonly child: MeasuredProcess<Ready>) {}

  static async start(bookings: number): Promise<Rig> {
    return new Rig(await MeasuredProcess.start<Ready>('apps/booking/bench/placement-rig.ts', { BENCH_BOOKINGS: String(bookings) }));
  }

  get ready(): Ready {
    return this.child.ready;
  }

  /** Attempts per second. */
  async rate(what: 'spread' | 'hot' | 'race', clients: number, seconds: number): Promise<number> {
    const { perSecond, fault } = await this.child.ask<{ perSecond?: number; fault?: string }>({ what, clients, seconds });
    if (perSecond === undefined) throw new Error(fault);
    return perSecond;
  }

  stop(): Promise<void> {
    return this.child.stop();
  }
}
