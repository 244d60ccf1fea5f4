/** A place on the grid: steps to the east and to the north. On whole numbers every server computes the same, exactly. */
export type GridPoint = readonly [x: number, y: number];

/** A closed line; its last place is its first. */
export type Ring = readonly GridPoint[];
