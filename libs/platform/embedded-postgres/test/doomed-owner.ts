import { EmbeddedPostgres } from '../src/index';

/** A process of its own, to be killed: starts a server, tells its address, and waits. */
async function run(folder: string): Promise<void> {
  const { url } = await EmbeddedPostgres.start({ folder, isDurable: true });
  process.send?.(url);
}

void run(process.argv[2]!);
