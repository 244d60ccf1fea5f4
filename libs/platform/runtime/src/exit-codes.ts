/** What a process exits with, as sysexits.h has it, where trying again is of no use: it was called wrongly. */
export const EXIT_USAGE = 64;
/** The same where its environment is unusable. */
export const EXIT_CONFIG = 78;
