const DIGITS_BEFORE_CHECK = 11;

/** How many client numbers there are to draw from. */
export const CLIENT_NUMBERS = 10 ** DIGITS_BEFORE_CHECK;

/**
 * The client number of a drawn number: eleven digits and a check digit (E4). The check digit is Luhn's (ISO/IEC 7812-1),
 * which notices every mistyped digit and nearly every two that changed places.
 */
export function clientNumberOf(drawn: number): string {
  const digits = String(drawn).padStart(DIGITS_BEFORE_CHECK, '0');
  return `${digits}${(10 - (luhnSum(`${digits}0`) % 10)) % 10}`;
}

/** Whether a text is a client number that was not mistyped. */
export function isClientNumber(text: string): boolean {
  return /^\d{12}$/.test(text) && luhnSum(text) % 10 === 0;
}

/** Every second digit from the right counts double, and the digits of what is doubled count by themselves. */
function luhnSum(digits: string): number {
  return [...digits].reverse().reduce((sum, digit, place) => {
    const counted = Number(digit) * (place % 2 === 0 ? 1 : 2);
    return sum + (counted > 9 ? counted - 9 : counted);
  }, 0);
}
