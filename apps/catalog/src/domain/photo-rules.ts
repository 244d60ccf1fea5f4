export const MOST_PHOTOS = 30;

export function photosFit(present: number, added: number): boolean {
  return present + added <= MOST_PHOTOS;
}

/** An order is a permutation: every photo of the listing, each once, and no other. */
export function orderNamesEveryPhotoOnce(order: readonly string[], present: readonly string[]): boolean {
  const named = new Set(order);
  return order.length === present.length && named.size === order.length && present.every((id) => named.has(id));
}
