import { Client } from 'pg';
import { runningDatabaseUrl } from '../environment/running-database';
import { asksForUsage } from '../launch/asks-for-usage';
import { checkInvariants, isGreen } from './check-invariants';
import { INVARIANTS } from './invariants';
import { reportOf } from './report';

const DEFAULT_PATIENCE_SECONDS = 60;

const USAGE = `Usage: npm run verify
Reads what the databases hold, and proves of it what must always be true; it changes nothing, and ends with 1 where something is not.
  DATABASE_URL             the owner's address of the database; that of the embedded one in DATA_DIR unless told
  VERIFY_PATIENCE_SECONDS  how long what one service knows may take to be known to another, ${DEFAULT_PATIENCE_SECONDS} unless told`;

/** The owner's address of the database: of the server that is told, or of the embedded one that runs here. */
async function ownerUrl(): Promise<string> {
  const url = await runningDatabaseUrl(process.env);
  if (!url) throw new Error(`There is no database to verify: set DATABASE_URL, or start the platform (nothing runs in ${process.env['DATA_DIR'] || '.data'}).`);
  return url;
}

/**
 * What a query computes on its way has no statistics, and the planner then takes a join of a hundred thousand rows
 * with as many for one of a handful: without nested loops an invariant costs milliseconds more, and never minutes.
 */
const SESSION = '-c default_transaction_read_only=on -c timezone=UTC -c statement_timeout=0 -c enable_nestloop=off';

async function main(): Promise<void> {
  if (asksForUsage()) return console.log(USAGE);
  const owner = new Client({ connectionString: await ownerUrl(), application_name: 'verify', options: SESSION });
  await owner.connect();
  try {
    const patienceMs = Number(process.env['VERIFY_PATIENCE_SECONDS'] ?? DEFAULT_PATIENCE_SECONDS) * 1_000;
    const findings = await checkInvariants(owner, INVARIANTS, patienceMs);
    console.log(reportOf(findings));
    process.exitCode = findings.every(isGreen) ? 0 : 1;
  } finally {
    await owner.end();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
