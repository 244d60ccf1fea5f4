/** What the other side is told where a booking ends because an account was deleted, in both languages: it is kept, and nobody knows whose it will be read in. */
export const ACCOUNT_IS_GONE = 'The account was deleted. · Аккаунт удалён.';
