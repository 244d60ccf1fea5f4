import { createHash } from 'node:crypto';
import type { SpanFacts } from '@bookable/platform-context';

/** What is said of a span of a statement: never its text, in which a value may stand, nor its parameters. */
export const STATEMENT_FACTS: SpanFacts = { 'db.system.name': 'postgresql' };

const REMEMBERED_AT_MOST = 2_000;
const DIGEST_CHARACTERS = 8;
const VERB = /^\s*(?:--[^\n]*\n\s*)*([a-z]+)/i;
const TARGET = /\b(?:from|into|update|join|call)\s+(?:only\s+)?(?!lateral\b|unnest\b|select\b|generate_series\b)([a-z_"][a-z0-9_."]*)/i;

const names = new Map<string, string>();

/** Under what a statement is known: its name, or what it does to which table first, with a digest of its text. */
export function nameOfStatement(sql: string, name?: string): string {
  if (name !== undefined) return name;
  const known = names.get(sql);
  if (known !== undefined) return known;
  const made = summaryOf(sql);
  // Texts that differ each time, as those of a search, must not fill the memory.
  if (names.size < REMEMBERED_AT_MOST) names.set(sql, made);
  return made;
}

function summaryOf(sql: string): string {
  const [, verb = 'statement'] = VERB.exec(sql) ?? [];
  const [, target] = TARGET.exec(sql) ?? [];
  const digest = createHash('sha256').update(sql).digest('hex').slice(0, DIGEST_CHARACTERS);
  return [verb.toUpperCase(), target?.replaceAll('"', ''), `#${digest}`].filter((part) => part !== undefined).join(' ');
}
