/** What an account may do. Everyone is a renter; landlords offer; admins are named by configuration. */
export const USER_ROLES = ['renter', 'landlord', 'admin'] as const;
/** One of the roles. */
export type UserRole = (typeof USER_ROLES)[number];

/** The languages in which the product writes to people. */
export const USER_LOCALES = ['en', 'ru'] as const;
/** One of the languages. */
export type UserLocale = (typeof USER_LOCALES)[number];
