import type { Conditions } from './conditions';
import type { Filter } from './filter';

function folded(labels: readonly string[], where: Conditions): string {
  return `ARRAY[${labels.map((label) => `catalog.folded(${where.bind(label)})`).join(', ')}]`;
}

/** Kind, category, tags and amenities. Labels are compared without regard to case, accents and spare blanks. */
export const labelsFilter: Filter = ({ kind, category, tags, amenities }, where) => {
  if (kind !== undefined) where.require(`e.kind = ${where.bind(kind)}`);
  if (category !== undefined) where.require(`e.category_key = catalog.folded(${where.bind(category)})`);
  if (tags.length > 0) where.require(`e.tag_keys @> ${folded(tags, where)}`);
  if (amenities.length > 0) where.require(`e.amenity_keys @> ${folded(amenities, where)}`);
};
