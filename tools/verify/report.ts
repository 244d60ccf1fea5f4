import { type Finding, isGreen } from './check-invariants';

const EXAMPLES = 5;

function verdict(finding: Finding): string {
  if (finding.missing.length > 0) return 'not there';
  return finding.violations.length === 0 ? 'holds' : String(finding.violations.length);
}

function examplesOf({ invariant, violations, missing }: Finding): string[] {
  const shown = violations.slice(0, EXAMPLES).map((violation) => `    ${JSON.stringify(violation)}`);
  const rest = violations.length > EXAMPLES ? [`    and ${violations.length - EXAMPLES} more`] : [];
  const absent = missing.length > 0 ? [`    cannot be checked without ${missing.join(', ')}`] : [];
  return ['', `  ${invariant.name}:`, ...shown, ...rest, ...absent];
}

/** The findings as a table, and under it what to look into. */
export function reportOf(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ invariant }) => invariant.name.length));
  const lines = findings.map((finding) => `  ${finding.invariant.promise}  ${finding.invariant.name.padEnd(width)}  ${verdict(finding).padStart(9)}`);
  const red = findings.filter((finding) => !isGreen(finding));
  const summary = red.length === 0 ? `All ${findings.length} invariants hold.` : `${red.length} of ${findings.length} invariants do not hold.`;
  return [`  #  ${'what must always be true'.padEnd(width)}  violations`, ...lines, ...red.flatMap(examplesOf), '', summary].join('\n');
}
