/** How a bigint is read: our counters stay far below the integers that a number can hold exactly. */
export const bigint = { to: (value: number) => value, from: (value: string) => Number(value) };
