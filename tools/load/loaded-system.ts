import { Client } from 'pg';
import { BenchSystem, type Form } from '../bench/http/bench-system';
import { HttpClient } from '../bench/http/http-client';
import { buildTown } from '../bench/http/town';
import { type ProcessUse, useOfTree } from '../bench/measure/process-tree';
import { checkInvariants, isGreen } from '../verify/check-invariants';
import { INVARIANTS } from '../verify/invariants';
import { reportOf } from '../verify/report';
import { type Answer, tableOf } from './answers';
import { comeAtRate } from './open-loop';
import { Visitors } from './visitors';

const LISTINGS = 1_000;
const RENTERS = 50;
/** More than may wait inside the house, so that it is the house that says no. */
const LINES = 2_048;
const SETTLE_MS = 60_000;

/** A system of its own with a town in it, that visitors come to. */
export class LoadedSystem {
  private constructor(
    private readonly system: BenchSystem,
    private readonly client: HttpClient,
    private readonly visitors: Visitors,
  ) {}

  static async start(form: Form): Promise<LoadedSystem> {
    const system = await BenchSystem.start(form);
    const client = new HttpClient(system.url, LINES);
    try {
      const loaded = new LoadedSystem(system, client, new Visitors(await buildTown(client, LISTINGS, RENTERS)));
      // What is compiled and remembered at first is not how it goes on.
      await loaded.visit(20, 10);
      return loaded;
    } catch (error) {
      await client.close();
      await system.stop();
      throw error;
    }
  }

  visit(perSecond: number, seconds: number): Promise<Answer[]> {
    return comeAtRate(this.client, this.visitors, perSecond, seconds);
  }

  /** Visits, and says what came of them. */
  async show(perSecond: number, seconds: number): Promise<Answer[]> {
    const answers = await this.visit(perSecond, seconds);
    console.log(`\n${Math.round(perSecond)} visits a second for ${seconds} s:\n${tableOf(answers)}`);
    return answers;
  }

  /** What its processes use, by name. */
  use(): ReadonlyMap<string, ProcessUse> {
    return useOfTree(this.system.launcherPid);
  }

  /** Holds all invariants against whatever is there now; throws where one is not true. */
  async verify(): Promise<void> {
    const owner = new Client({ connectionString: this.system.databaseUrl, options: '-c default_transaction_read_only=on -c timezone=UTC -c statement_timeout=0 -c enable_nestloop=off' });
    await owner.connect();
    try {
      const findings = await checkInvariants(owner, INVARIANTS, SETTLE_MS);
      if (!findings.every(isGreen)) throw new Error(reportOf(findings));
      console.log(`\nverify: ${findings.length} invariants hold.`);
    } finally {
      await owner.end();
    }
  }

  async stop(): Promise<void> {
    await this.client.close();
    await this.system.stop();
  }
}
