import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A terminal and npm may both hand on one Ctrl-C; what comes again this soon is the same wish. */
const SAME_WISH_MS = 1_000;

/** Takes settings from `.env` where there is one; what is in the environment already goes first. */
export function loadEnvFile(root) {
  const file = join(root, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
}

/**
 * Runs Node on a file and ends as it ends. The child has a process group of its own, so that one Ctrl-C reaches it
 * once, through us; and a channel to us, by whose end it learns that we were killed.
 */
export function runChild(root, args) {
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['inherit', 'inherit', 'inherit', 'ipc'], detached: process.platform !== 'win32' });
  let askedAt = Number.NEGATIVE_INFINITY;
  const stop = () => {
    if (performance.now() - askedAt < SAME_WISH_MS) return;
    askedAt = performance.now();
    child.kill('SIGTERM');
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
  if (process.env.npm_lifecycle_event) whenNpmIsGone(stop);
  child.once('error', (error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  });
  child.once('exit', (code, signal) => process.exit(code ?? (signal === 'SIGKILL' ? 137 : 1)));
}

/** npm that is told to end ends alone, and tells nobody; only Ctrl-C in a terminal reaches us by itself. */
function whenNpmIsGone(stop) {
  const npm = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(watch);
    stop();
  }, 500);
  watch.unref();
}
