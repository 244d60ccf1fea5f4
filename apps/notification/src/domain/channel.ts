/** The ways a person can be told of something. */
export const CHANNELS = ['inApp', 'email', 'telegram', 'push'] as const;
/** One of the ways. */
export type Channel = (typeof CHANNELS)[number];

/** For each way whether it is wanted. */
export type ChannelChoice = Readonly<Record<Channel, boolean>>;
