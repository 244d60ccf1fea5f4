/** A price for several units in a row. */
export interface Package<Name extends string> {
  readonly name: Name;
  readonly unitCount: number;
  readonly amount: number;
}

/** A package as it is laid over units: over `unitCount` of them from the index `start` on. */
export interface LaidPackage<Name extends string> extends Package<Name> {
  readonly start: number;
}

/** How a stay is paid: the packages and where they lie, and the indexes of the units that are paid one by one. */
export interface Mix<Name extends string> {
  readonly packages: readonly LaidPackage<Name>[];
  readonly singles: readonly number[];
}

/**
 * The cheapest way to pay for units in a row, each with a price of its own, where packages cover several at once.
 * A package covers exactly its units and only neighbours. Of two ways that cost the same, the one with packages.
 */
export function cheapestMix<Name extends string>(unitAmounts: readonly number[], packages: readonly Package<Name>[]): Mix<Name> {
  const cost = [0];
  const lastPart: (Package<Name> | undefined)[] = [undefined];
  unitAmounts.forEach((unitAmount, index) => {
    const end = index + 1;
    cost[end] = cost[index]! + unitAmount;
    for (const candidate of packages) {
      const start = end - candidate.unitCount;
      if (start < 0 || cost[start]! + candidate.amount > cost[end]!) continue;
      cost[end] = cost[start]! + candidate.amount;
      lastPart[end] = candidate;
    }
  });
  return readBack(unitAmounts.length, lastPart);
}

function readBack<Name extends string>(unitCount: number, lastPart: readonly (Package<Name> | undefined)[]): Mix<Name> {
  const packages: LaidPackage<Name>[] = [];
  const singles: number[] = [];
  for (let end = unitCount; end > 0; ) {
    const part = lastPart[end];
    if (part) packages.push({ ...part, start: end - part.unitCount });
    else singles.push(end - 1);
    end -= part?.unitCount ?? 1;
  }
  return { packages: packages.reverse(), singles: singles.reverse() };
}
