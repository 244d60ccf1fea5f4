import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { checkSync } from 'recheck';
import ts from 'typescript';

const ROOT = join(__dirname, '../../..');
const FOLDERS = ['apps', 'libs'];
/** Judges one pattern for so long; what is not judged by then is not known to be safe. */
const JUDGED_WITHIN_MS = 20_000;

/** Patterns that take their time over long hostile text, and why none reaches them. A file that has none any more has no place here. */
const NEVER_MEET_IT: Readonly<Record<string, string>> = {
  'apps/auth/src/config.ts': 'reads the environment',
  'apps/gateway/src/config.ts': 'reads the environment',
  'libs/platform/config/src/url-readers.ts': 'reads the environment',
  'libs/platform/storage/src/storage.module.ts': 'reads the environment',
  'apps/catalog/src/domain/district-keys.ts': 'reads names that an administrator brings, a few words each by their contract',
  'apps/gateway/src/http/repeated-name.ts': 'reads what was parsed as JSON before, in which every text ends',
  'apps/notification/src/domain/mail.ts': 'looks at the length of an address first',
  'libs/platform/logging/src/scrub-text.ts': 'cuts a text at 8 KB first',
};

interface Found {
  readonly where: string;
  readonly source: string;
  readonly flags: string;
}

function sources(): string[] {
  return FOLDERS.flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(ROOT, folder, file)))
    .filter((file) => /\/src\/.*\.ts$/.test(file) && !/\.spec\.ts$|\.d\.ts$|\/node_modules\/|\/apps\/e2e\//.test(file));
}

/** Whether this calls something that runs a text as a program. */
function runsText(node: ts.Node): boolean {
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return false;
  const called = node.expression.getText();
  return ['eval', 'Function', 'vm.runInNewContext', 'vm.runInThisContext'].includes(called) || (['setTimeout', 'setInterval'].includes(called) && ts.isStringLiteralLike(node.arguments?.[0] ?? node));
}

function visit(file: string, see: (node: ts.Node, where: string) => void): void {
  const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
  const walk = (node: ts.Node): void => {
    see(node, `${relative(ROOT, file)}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`);
    node.forEachChild(walk);
  };
  walk(tree);
}

const patterns: Found[] = [];
const programs: string[] = [];
for (const file of sources()) {
  visit(file, (node, where) => {
    if (runsText(node)) programs.push(where);
    if (!ts.isRegularExpressionLiteral(node)) return;
    const end = node.text.lastIndexOf('/');
    patterns.push({ where, source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
  });
}

const verdictOf = ({ source, flags }: Omit<Found, 'where'>) => checkSync(source, flags, { timeout: JUDGED_WITHIN_MS }).status;

const textOf = ({ source, flags }: Found) => `/${source}/${flags}`;
const fileOf = (where: string) => where.slice(0, where.lastIndexOf(':'));

describe('what the sources do with text', () => {
  it('is never to run it', () => {
    expect(programs).toEqual([]);
  });

  it(`is never to match it by a pattern that takes its time over hostile text (${patterns.length} patterns)`, () => {
    const verdicts = new Map<string, string>();
    for (const pattern of patterns) {
      const text = textOf(pattern);
      if (!verdicts.has(text)) verdicts.set(text, verdictOf(pattern));
    }
    const doubtful = patterns.filter((pattern) => verdicts.get(textOf(pattern)) !== 'safe');
    expect(doubtful.filter(({ where }) => !(fileOf(where) in NEVER_MEET_IT)).map((pattern) => `${pattern.where} ${textOf(pattern)}`)).toEqual([]);
    expect(Object.keys(NEVER_MEET_IT).filter((file) => !doubtful.some(({ where }) => fileOf(where) === file))).toEqual([]);
    expect(patterns.length).toBeGreaterThan(100);
  });

  it('would be seen where a pattern did', () => {
    expect(['^(a+)+$', '^(a|a)*b$', '(\\d+)*x'].map((source) => verdictOf({ source, flags: '' }))).toEqual(['vulnerable', 'vulnerable', 'vulnerable']);
  });
});
