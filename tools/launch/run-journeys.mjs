import { spawn } from 'node:child_process';
import { createECDH, generateKeyPairSync, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchLibrary } from './launch-library.mjs';
import { NODE_FLAGS } from './node-flags.mjs';
import { runJest, stepOutcome, sum } from './run-jest.mjs';

/** How each form of the system is started. */
const FORMS = {
  standalone: [...NODE_FLAGS, 'dist/apps/standalone/main.js'],
  cluster: ['--enable-source-maps', '-r', '@swc-node/register', 'tools/cluster/main.ts'],
};

/**
 * Starts a fresh system in one of its forms on a folder of its own, runs the journeys through its public door,
 * proves what must always be true of what they left behind, and throws it away.
 */
export async function runJourneys(root, form, env = {}, jestArgs = [], suite = 'journeys') {
  const { freePort, untilReady } = launchLibrary();
  const dataDir = mkdtempSync(join(tmpdir(), `bookable-${form}-`));
  const url = `http://localhost:${await freePort()}`;
  // Journeys wreck what they run on: a database or a broker's queues that somebody has named are never theirs.
  // A journey plays another platform there, and the system is told that it may read calendars from it.
  const otherPlatform = `127.0.0.1:${await freePort()}`;
  // A journey plays the mail provider, too, and signs what it tells of mails.
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const mailEventsKey = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
  const vapid = createECDH('prime256v1');
  const vapidKeys = { VAPID_PUBLIC_KEY: vapid.generateKeys('base64url'), VAPID_PRIVATE_KEY: padded(vapid.getPrivateKey()) };
  const own = { ...vapidKeys, SENDGRID_WEBHOOK_PUBLIC_KEY: mailEventsKey, DATABASE_URL: '', RABBITMQ_NAMESPACE: `journeys-${randomUUID()}`, CLUSTER_IS_FLEETING: 'on', CALENDAR_HOSTS_ALLOWED: otherPlatform };
  const settings = { ...process.env, ...own, DATA_DIR: dataDir, PORT: new URL(url).port, PUBLIC_URL: url, DEMO: 'off', RATE_LIMIT_FACTOR: '10000', LOG_LEVEL: 'warn', SWC_NODE_PROJECT: 'tsconfig.base.json', ...env };
  const system = spawn(process.execPath, FORMS[form], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: settings });
  const ended = new Promise((resolve) => system.once('exit', resolve));
  try {
    await untilReady(url, system);
    const args = ['--rootDir', 'apps/e2e', '--testMatch', `**/${suite}/**/*.e2e-spec.ts`, '--runInBand', ...jestArgs];
    const journeys = runJest(root, args, { BOOKABLE_URL: url, BOOKABLE_FORM: form, OTHER_PLATFORM: otherPlatform, MAIL_EVENTS_KEY: privateKey.export({ format: 'pem', type: 'pkcs8' }), DATA_DIR: dataDir });
    return sum(journeys, await verify(root, settings));
  } catch (error) {
    process.stderr.write(`${form}: ${error.message}\n`);
    return stepOutcome(false);
  } finally {
    system.kill('SIGTERM');
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** A number that begins with nothing is written without it, and push services count 32 bytes. */
function padded(number) {
  return Buffer.concat([Buffer.alloc(32 - number.length), number]).toString('base64url');
}

function verify(root, env) {
  const checker = spawn(process.execPath, ['-r', '@swc-node/register', 'tools/verify/main.ts'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env });
  return new Promise((resolve) => checker.once('exit', (code) => resolve(stepOutcome(code === 0))));
}
