import { DomainError } from '@bookable/kernel';
import type { Span } from '@bookable/platform-context';

/** A fault in the one word that a span may keep of it, its code or kind: its text may hold data. */
export function kindOfFault(fault: unknown): string {
  if (fault instanceof DomainError) return fault.problem.code;
  if (!(fault instanceof Error)) return 'fault';
  const { code } = fault as Error & { readonly code?: unknown };
  return typeof code === 'string' ? code : fault.name;
}

/** Ends a span with the work that is recorded under it. */
export async function recordWork<Result>(span: Span, work: () => Promise<Result>): Promise<Result> {
  try {
    const result = await work();
    span.end();
    return result;
  } catch (error) {
    span.end(kindOfFault(error));
    throw error;
  }
}
