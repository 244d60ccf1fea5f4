import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';

/** What `kubectl apply -k` would send, kept for whoever reviews a change, and for tests on machines without kubectl. */
const OVERLAYS = ['production', 'production/migration', 'single-node', 'single-node/migration'];
const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const fileOf = (overlay) => join(root, 'k8s/rendered', `${overlay.replace('/', '-')}.yaml`);

/** Prometheus in compose reads the rules as they are; its operator wants the same ones in an object of its own. */
function writePrometheusRule() {
  const spec = parse(readFileSync(join(root, 'docker/prometheus/alerts.yaml'), 'utf8'));
  const rule = { apiVersion: 'monitoring.coreos.com/v1', kind: 'PrometheusRule', metadata: { name: 'bookable' }, spec };
  writeFileSync(join(root, 'k8s/monitoring/prometheus-rule.yaml'), `# Written by \`npm run k8s\` from docker/prometheus/alerts.yaml.\n${stringify(rule, { lineWidth: 0 })}`);
}

function render(overlay) {
  const { status, stdout, stderr } = spawnSync('kubectl', ['kustomize', join(root, 'k8s/overlays', overlay)], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${overlay} cannot be rendered: ${stderr}`);
  return stdout;
}

if (spawnSync('kubectl', ['kustomize', '--help']).status !== 0) {
  process.stderr.write('NO KUBECTL: whether k8s/rendered is current cannot be said here.\n');
} else if (process.argv.includes('--check')) {
  const old = OVERLAYS.filter((overlay) => render(overlay) !== readFileSync(fileOf(overlay), 'utf8'));
  if (old.length > 0) process.stderr.write(`Out of date: ${old.map(fileOf).join(', ')}. Run: npm run k8s\n`);
  process.exitCode = old.length === 0 ? 0 : 1;
} else {
  writePrometheusRule();
  mkdirSync(join(root, 'k8s/rendered'), { recursive: true });
  for (const overlay of OVERLAYS) writeFileSync(fileOf(overlay), render(overlay));
}
