/**
 * A column whose values are sealed. Beside it stands `sealed_<column>`; what it holds itself is not sealed yet, and is what
 * counts: whoever writes a plain value, as a release that knows of no seals does, has the last word.
 */
export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  /** What names a row for good. A value opens in that row alone. */
  readonly row: { readonly column: string; readonly type: 'uuid' | 'text' };
}

/** A value as a row holds it: plain, sealed, or not at all. */
export interface KeptValue {
  readonly plain: string | null;
  readonly sealed: Buffer | null;
}
