/** An amount of minor units as a decimal of whole ones, exact to the last digit: 12345 in EUR is `123.45`, in JPY `12345`. */
export function inMajorUnits(amount: number, currency: string): string {
  const digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  const padded = String(Math.abs(amount)).padStart(digits + 1, '0');
  const decimal = digits === 0 ? padded : `${padded.slice(0, -digits)}.${padded.slice(-digits)}`;
  return amount < 0 ? `-${decimal}` : decimal;
}
