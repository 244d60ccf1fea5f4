import { type Conditions, once } from './conditions';
import type { Filter } from './filter';

function hasAll(column: string, labels: readonly string[], where: Conditions): void {
  const folded = labels.map((label) => `catalog.folded(${where.bind(label)})`);
  const sql = `${column} @> ${once(`ARRAY[${folded.join(', ')}]`)}`;
  where.require(sql, { lookUp: sql });
}

/** Kind, category, tags and amenities. Labels are compared without regard to case, accents and spare blanks. */
export const labelsFilter: Filter = ({ kind, category, tags, amenities }, where) => {
  if (kind !== undefined) where.require(`e.kind = ${where.bind(kind)}`);
  if (category !== undefined) {
    const sql = `e.category_key = ${once(`catalog.folded(${where.bind(category)})`)}`;
    where.require(sql, { lookUp: sql });
  }
  if (tags.length > 0) hasAll('e.tag_keys', tags, where);
  if (amenities.length > 0) hasAll('e.amenity_keys', amenities, where);
};
