import { CHANNELS, type Channel, type ChannelChoice } from './channel';

/** What a person chose for one type; a channel that is undefined or null was left at its default. */
export type Choice = Partial<Record<Channel, boolean | null>>;

/** What is wanted unless somebody says otherwise, and whether they can. */
export interface TypeDefaults extends ChannelChoice {
  readonly isMandatory: boolean;
}

/** What a person wants to hear over which channel. Mandatory types cannot be switched off, only heard over more channels. */
export function channelsWanted(defaults: TypeDefaults, choice: Choice = {}): ChannelChoice {
  const wanted = (channel: Channel) => (defaults.isMandatory && defaults[channel]) || (choice[channel] ?? defaults[channel]);
  return Object.fromEntries(CHANNELS.map((channel) => [channel, wanted(channel)])) as ChannelChoice;
}

/** Whether a choice tries to switch off what has to reach its reader. */
export function silencesTheMandatory(defaults: TypeDefaults, choice: Choice): boolean {
  return defaults.isMandatory && CHANNELS.some((channel) => defaults[channel] && choice[channel] === false);
}
