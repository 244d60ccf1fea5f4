/** The ways out of the house that a message can take; what is shown in the app takes none. */
export const NOTIFICATION_CHANNELS = ['email', 'telegram', 'push'] as const;
/** One of them. */
export type NotificationChannel = (typeof NOTIFICATION_CHANNELS)[number];
