import { spawn } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

/** Lets a service make its schema itself, as it was when these migrations had run. */
export async function makeSchemaBy(env: NodeJS.ProcessEnv, service: string, migrations: readonly string[]): Promise<void> {
  const args = ['-r', '@swc-node/register', `apps/${service}/src/main.ts`, 'migrate', migrations.join(',')];
  const made = spawn(process.execPath, args, { cwd: ROOT, env: { ...env, SWC_NODE_PROJECT: 'tsconfig.base.json', LOG_LEVEL: 'warn', HEALTH_PORT: '0' }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const output of [made.stdout, made.stderr]) output.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => made.once('error', reject).once('close', resolve));
  if (code !== 0) throw new Error(`The schema of ${service} could not be made:\n${said}`);
}
