import { type Entry, History } from '../crowd/history';
import type { Door } from '../door';
import { eventually } from '../eventually';
import { type Ground, Installation } from '../installation/installation';
import type { Members } from '../installation/members';
import { endureUnderLoad } from '../load/under-load';
import { FaultLog } from '../outcome/fault-log';
import type { Outages } from '../outcome/outages';
import { SeededChance } from '../seeded-chance';

/** Whether the suite runs as before a release, or as on every change. */
export const IS_FULL = process.env['FAULT_SIZE'] === 'full';
/** For a whole suite to begin, and for each fault to come, go and be judged. */
export const BOUND_MS = 900_000;

/** The services behind the public door. */
export const SERVICES: readonly string[] = ['auth', 'catalog', 'booking', 'notification', 'url-shortener', 'review', 'hotel-management'];
/** Every process of a cluster, the public door last. */
export const PARTS: readonly string[] = [...SERVICES, 'gateway'];
const each = (parts: readonly string[], count: number): Readonly<Record<string, string>> =>
  Object.fromEntries(parts.map((part) => [`REPLICAS_${part.toUpperCase().replaceAll('-', '_')}`, String(count)]));
/** Two processes of everything. */
export const TWO_OF_EACH = each(PARTS, 2);
/** A public door and no service behind it: the suite starts them itself. */
export const NONE_OF_EACH = each(SERVICES, 0);

/** What a suite brings to its cluster, or why its faults cannot be tried on this machine. */
export type Brought = (Ground & { readonly settings?: Readonly<Record<string, string>> }) | { readonly leftOut: string };

/** A cluster of a suite's own, which is broken under load and held against what must always be true. */
export class FaultSuite {
  readonly chance = SeededChance.fromEnvironment();
  readonly log = new FaultLog(new History(), this.chance.seed);
  private readonly ends: (() => Promise<unknown>)[] = [];
  private started?: { readonly system: Installation; readonly members: Members };
  private leftOut?: string;

  /** Begins and ends with the tests of the `describe` that it is called in; `bring` may end what it brings through `whenOver`. */
  static of(bring: (suite: FaultSuite) => Promise<Brought> = async () => ({})): FaultSuite {
    const suite = new FaultSuite();
    beforeAll(() => suite.begin(bring), BOUND_MS);
    afterAll(() => suite.end(), BOUND_MS);
    return suite;
  }

  get system(): Installation {
    return this.running.system;
  }

  get members(): Members {
    return this.running.members;
  }

  /** Done after the last test, and after whatever was told later: first ends what was built last. */
  readonly whenOver = (end: () => Promise<unknown>): void => void this.ends.unshift(end);

  /** Nothing is lost, nothing is there twice, everybody is answered: as asked, or when to come again. Answers who was put off. */
  async endure(fault: string, clients: number, happens: (outages: Outages) => Promise<void>, doors: () => readonly Door[] = () => this.system.doors): Promise<readonly Entry[]> {
    if (this.leftOut !== undefined) {
      this.log.leaveOut(fault, this.leftOut);
      return [];
    }
    const { wrong, odd, unanswered, putOff } = await endureUnderLoad({ doors: doors() }, this.log, fault, clients, happens);
    expect({ wrong, odd, unanswered }).toEqual({ wrong: [], odd: [], unanswered: [] });
    return putOff;
  }

  /** Tries something without a load; in the table it stands only where it is left out. */
  async tries(what: string, work: () => Promise<void>): Promise<void> {
    if (this.leftOut === undefined) await work();
    else this.log.leaveOut(what, this.leftOut);
  }

  /** Resolves once no fact and no call waits at the broker. */
  async queuesAreEmpty(): Promise<void> {
    if (this.leftOut !== undefined) return;
    await eventually('every queue is empty', async () => (await this.system.atBroker.waiting()).length === 0, BOUND_MS);
  }

  /** The last test of every suite, and of a run of one fault alone. */
  leavesEverythingAsItMustBe(): void {
    it('leaves everything as it must always be', async () => {
      if (this.leftOut !== undefined) return;
      const { isGreen, report } = await this.system.verify();
      this.log.verified({ isGreen });
      expect(isGreen ? 'green' : report).toBe('green');
    }, BOUND_MS);
  }

  private get running(): { readonly system: Installation; readonly members: Members } {
    if (!this.started) throw new Error('The cluster of this suite does not run.');
    return this.started;
  }

  private async begin(bring: (suite: FaultSuite) => Promise<Brought>): Promise<void> {
    const brought = await bring(this);
    if ('leftOut' in brought) {
      this.leftOut = brought.leftOut;
      return;
    }
    const { settings, ...ground } = brought;
    const system = await Installation.start('cluster', settings, ground);
    this.whenOver(() => system.stop());
    const members = await system.members();
    await members.areReady();
    this.started = { system, members };
  }

  private async end(): Promise<void> {
    this.log.write();
    for (const end of this.ends) await end();
  }
}
