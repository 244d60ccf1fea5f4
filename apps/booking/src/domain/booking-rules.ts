/** When guests arrive and leave where the owner has not said (E10). */
export const DEFAULT_CHECK_IN = '14:00';
export const DEFAULT_CHECK_OUT = '12:00';
