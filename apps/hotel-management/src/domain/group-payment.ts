/**
 * What is paid for several rooms at once, as it counts for each: for one after another until each is paid what it costs; what
 * is over is of the last. Amounts are minor units, and add up to what was paid.
 */
export function groupPayment(paid: number, totals: readonly number[]): number[] {
  let left = paid;
  return totals.map((total, index) => {
    const share = index === totals.length - 1 ? left : Math.min(total, left);
    left -= share;
    return share;
  });
}
