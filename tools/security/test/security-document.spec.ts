import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataFile } from '@bookable/platform-testing';
import { parse } from 'csv-parse/sync';

const ROOT = join(__dirname, '../../..');
const STANDARD = dataFile('standards/OWASP_ASVS_5.0.0_en.csv');
/** Of the ids of levels 1 and 2 in version 5.0.0, in the order of the alphabet: the standard itself is not part of the repository. */
const DIGEST_OF_IDS = '86cf170f2d735bbea6709489730fedbcd1b6a5611b6b13040d534dd93346e2eb';

interface Requirement {
  readonly req_id: string;
  readonly L: string;
}

interface Row {
  readonly id: string;
  readonly level?: string;
  readonly how: string;
  readonly test: string;
}

const page = readFileSync(join(ROOT, 'docs/security.md'), 'utf8');
const cells = page.split('\n').filter((line) => /^\| (V\d+\.|API\d+:)/.test(line)).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));
const rows = cells.map(([id, second, how, test]): Row => (id!.startsWith('V') ? { id: id!, level: second, how: how!, test: test! } : { id: id!, how: how!, test: test! }));
const ofStandard = rows.filter(({ level }) => level !== undefined);
const headings = [...page.matchAll(/^## (.+)$/gm)].map(([, title]) => `#${title!.toLowerCase().replace(/[^\w -]/g, '').replaceAll(' ', '-')}`);

/** Nothing where the standard does not lie beside the checkout; then its digest alone is compared. */
const asked = existsSync(STANDARD)
  ? parse<Requirement>(readFileSync(STANDARD), { columns: true, bom: true, relax_column_count: true }).filter(({ L }) => L === '1' || L === '2').map(({ req_id: id, L: level }) => `${id} ${level}`)
  : [];

describe('the page about security', () => {
  it('has each requirement of the levels 1 and 2 once', () => {
    const ids = ofStandard.map(({ id }) => id).sort();
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(ids.length).toBe(253);
    expect(createHash('sha256').update(ids.join('\n')).digest('hex')).toBe(DIGEST_OF_IDS);
  });

  it(`says of each the level that the standard says (${asked.length} of them lie at BOOKABLE_DATA)`, () => {
    const said = new Set(ofStandard.map(({ id, level }) => `${id} ${level}`));
    expect(asked.filter((requirement) => !said.has(requirement))).toEqual([]);
  });

  it('has the ten risks of APIs', () => {
    expect(rows.filter(({ level }) => level === undefined).map(({ id }) => id)).toEqual(Array.from({ length: 10 }, (_, index) => `API${index + 1}:2023`));
  });

  it('names a test, or a section of its own, for whatever it says is done', () => {
    const done = rows.filter(({ how }) => !/^\*(Not applicable|Not yet|Operator):\*/.test(how));
    const unproved = done.filter(({ test }) => !/^`[^`]+\.(e2e-|int-)?spec\.ts`/.test(test) && !headings.some((heading) => test.endsWith(`(${heading})`)));
    expect(unproved.map(({ id }) => id)).toEqual([]);
  });

  it('gives a reason with everything that is not done', () => {
    expect(rows.filter(({ how }) => /^\*/.test(how) && how.replace(/^\*[^*]+\*/, '').trim().length < 8).map(({ id }) => id)).toEqual([]);
  });

  it('names only files that are there', () => {
    const files = [...page.matchAll(/`((?:apps|libs|tools|k8s|docs)\/[\w./-]+\.\w+)`/g)].map(([, file]) => file!);
    const linked = [...page.matchAll(/\]\(([\w./-]+)\)/g)].map(([, file]) => join('docs', file!));
    expect([...new Set([...files, ...linked])].filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
    expect(files.length).toBeGreaterThan(150);
  });
});
