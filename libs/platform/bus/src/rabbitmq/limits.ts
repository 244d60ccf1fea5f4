/** A batch that has grown so large leaves at once: a broker splits what is larger than a frame of 128 KiB anyway. */
export const MAX_BATCH_BYTES = 96 * 1_024;

/** Nothing larger crosses the bus; files go through storage. A broker closes the channel over its own limit of 128 MiB. */
export const MAX_MESSAGE_CHARACTERS = 16 * 1_024 * 1_024;

/** So many calls of one turn fill a message; what follows them travels beside it, and both sides of the broker work at once. */
export const MAX_BATCH_FRAMES = 32;
