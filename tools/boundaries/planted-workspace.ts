import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { PlantedViolation } from './planted-violations';

const ROOT = join(__dirname, '../..');

/** A copy of this workspace in which files can be planted without a colleague's editor noticing. */
export class PlantedWorkspace {
  private readonly folder = mkdtempSync(join(tmpdir(), 'bookable-planted-'));

  constructor() {
    const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8' });
    for (const file of files.split('\n').filter(Boolean)) cpSync(join(ROOT, file), this.path(file), { recursive: true, force: true });
    symlinkSync(join(ROOT, 'node_modules'), this.path('node_modules'));
  }

  plant(violations: readonly PlantedViolation[]): void {
    for (const { file, source } of violations) {
      mkdirSync(dirname(this.path(file)), { recursive: true });
      writeFileSync(this.path(file), source);
    }
  }

  /** Lints every project through Nx, as the pipeline does; answers what was said of each file. */
  lint(): { readonly status: number | null; readonly complaints: ReadonlyMap<string, string> } {
    const run = spawnSync('node_modules/.bin/nx', ['run-many', '-t', 'lint', '--skip-nx-cache', '--output-style=static', '--parallel=2'], {
      cwd: this.folder,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      env: { ...process.env, NX_WORKSPACE_ROOT_PATH: this.folder, NX_DAEMON: 'false', FORCE_COLOR: '0' },
    });
    return { status: run.status, complaints: this.complaintsByFile(run.stdout + run.stderr) };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private path(file: string): string {
    return join(this.folder, file);
  }

  private complaintsByFile(output: string): ReadonlyMap<string, string> {
    const complaints = new Map<string, string>();
    let file = '';
    for (const line of output.split('\n')) {
      const start = line.indexOf(this.folder);
      if (start >= 0 && line.trimEnd().endsWith('.ts')) file = line.slice(start + this.folder.length + 1).trim();
      else if (file) complaints.set(file, `${complaints.get(file) ?? ''}${line}\n`);
    }
    return complaints;
  }
}
