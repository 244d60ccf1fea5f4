import { StatementNames } from './statement-names';

describe('names of statements', () => {
  const nameAfter = (names: StatementNames, sql: string, uses: number) => Array.from({ length: uses }, () => names.nameOf(sql)).at(-1);

  it('are given to what comes again and again, and stay the same', () => {
    const names = new StatementNames();
    expect(nameAfter(names, 'SELECT 1', 9)).toBeUndefined();
    const name = names.nameOf('SELECT 1');
    expect(name).toMatch(/^search-/);
    expect(nameAfter(names, 'SELECT 1', 5)).toBe(name);
    expect(nameAfter(names, 'SELECT 2', 10)).not.toBe(name);
  });

  it('run out before a connection has too much to remember', () => {
    const names = new StatementNames();
    const given = Array.from({ length: 300 }, (_, index) => nameAfter(names, `SELECT ${index}`, 10)).filter(Boolean);
    expect(given).toHaveLength(200);
    expect(names.nameOf('SELECT 0')).toBe(given[0]);
  });
});
