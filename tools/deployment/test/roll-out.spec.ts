import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../manifest';

/** Stands in for kubectl: keeps what it was called with, and fails where it is told to. */
const KUBECTL = `#!/bin/sh
echo "$*" >> "$CALLS"
case "$*" in *"$FAILS"*) exit 1 ;; esac
case "$*" in *"get deployments"*) echo deployment.apps/gateway ;; esac
`;

describe('k8s/roll-out', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bookable-roll-out-'));
  const calls = join(folder, 'calls');
  writeFileSync(join(folder, 'kubectl'), KUBECTL);
  chmodSync(join(folder, 'kubectl'), 0o755);
  afterAll(() => rmSync(folder, { recursive: true }));

  function rollOut(fails: string): { readonly status: number | null; readonly called: string } {
    writeFileSync(calls, '');
    const { status } = spawnSync(join(ROOT, 'k8s/roll-out'), ['production'], { env: { PATH: `${folder}:/usr/bin:/bin`, CALLS: calls, FAILS: fails } });
    return { status, called: readFileSync(calls, 'utf8') };
  }

  it('migrates to the end, and only then replaces what runs', () => {
    const { status, called } = rollOut('fails in no call');
    expect(status).toBe(0);
    expect(called).toMatch(/delete job bookable-migrate[^]*production\/migration\n[^]*wait --for=condition=complete[^]*apply -k \S*overlays\/production\n[^]*rollout status --timeout=600s deployment.apps\/gateway/);
  });

  it('replaces nothing where the migration fails', () => {
    const { status, called } = rollOut('wait --for');
    expect(status).toBe(1);
    expect(called).toContain('logs job/bookable-migrate');
    expect(called).not.toMatch(/overlays\/production\n/);
  });

  it('brings everything up where nothing is there yet', () => {
    const { status, called } = rollOut('get namespace');
    expect([status, called.includes('migration')]).toEqual([0, false]);
    expect(called).toMatch(/apply -k \S*overlays\/production\n/);
  });
});
