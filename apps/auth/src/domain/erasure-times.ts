const DAY_MS = 86_400_000;

/** When a person is erased once more: answers to commands and whatever was on its way have been forgotten by then. */
export const ERASE_AGAIN_MS = 3 * DAY_MS;
