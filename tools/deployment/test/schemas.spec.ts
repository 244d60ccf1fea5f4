import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { type Manifest, OVERLAYS, ROOT, ofKind, readOverlay } from '../manifest';

/** The models are ES modules that no test can take in, so they are asked in a process of their own. */
function schemaFaults(manifests: readonly Manifest[]): { readonly looked: number; readonly faults: readonly string[] } {
  const input = manifests.map((manifest) => stringify(manifest)).join('---\n');
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(ROOT, 'tools/deployment/schema-faults.mjs')], { input, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as ReturnType<typeof schemaFaults>;
}

describe('what Kubernetes publishes of its objects', () => {
  it.each(OVERLAYS)('is what the %s overlay keeps to', (overlay) => {
    const { looked, faults } = schemaFaults(readOverlay(overlay));
    expect(faults).toEqual([]);
    expect(looked).toBeGreaterThan(20);
  });

  it('refuses what is of the wrong kind, missing, or unheard of', () => {
    const deployment = ofKind<{ readonly replicas: number }>(readOverlay('production'), 'Deployment')[0]!;
    const { faults } = schemaFaults([{ ...deployment, spec: { ...deployment.spec, replicas: 'two' } }, { ...deployment, spec: { replicas: 2 } }, { ...deployment, kind: 'Deploiment' }] as never);
    expect(faults.join('\n')).toMatch(/replicas must be integer[^]*required property[^]*no schema for apps\/v1 Deploiment/);
  });
});
