import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../..');
const SPECTRAL = join(ROOT, 'node_modules/@stoplight/spectral-cli/dist/index.js');

interface Finding {
  readonly code: string;
  readonly severity: number;
  readonly path: readonly string[];
}

/** What a published linter says of a document by OWASP's rules; 0 is an error. */
function findings(document: string, input?: string): Finding[] {
  const { stdout, stderr } = spawnSync(process.execPath, [SPECTRAL, 'lint', document, '-r', '.spectral.yaml', '-f', 'json', '--quiet'], { cwd: ROOT, encoding: 'utf8', input, maxBuffer: 256 * 1024 * 1024 });
  if (!stdout.trim().startsWith('[')) throw new Error(`Spectral said nothing that can be read: ${stderr}`);
  return JSON.parse(stdout) as Finding[];
}

const errorsIn = (found: readonly Finding[]) => found.filter(({ severity }) => severity === 0).map(({ code, path }) => `${code} at ${path.join(' ')}`);

describe('the document of the API', () => {
  it('has no error by the rules of OWASP', () => {
    expect(errorsIn(findings('docs/openapi.json'))).toEqual([]);
  });

  it('would have one where a text had no bound and a route no limit', () => {
    const document = { openapi: '3.1.0', info: { title: 'x', version: '1' }, servers: [{ url: 'https://x.example' }], paths: { '/x': { get: { responses: { 200: { description: 'x', content: { 'application/json': { schema: { type: 'string' } } } } } } } } };
    const codes = errorsIn(findings('-', JSON.stringify(document))).join();
    for (const code of ['string-limit', 'rate-limit', 'inventory-access']) expect(codes).toContain(code);
  });
});
