import * as fc from 'fast-check';
import { CHANNELS } from './channel';
import { TYPE_DEFAULTS } from './notification-types';
import { channelsWanted, silencesTheMandatory } from './preference';

const types = fc.constantFrom(...Object.values(TYPE_DEFAULTS));
const choices = fc.record(Object.fromEntries(CHANNELS.map((channel) => [channel, fc.option(fc.boolean())])), { requiredKeys: [] });

describe('what people want to be told over which channel', () => {
  it('is the default until they choose', () => {
    expect(channelsWanted(TYPE_DEFAULTS['user-followed'])).toEqual({ inApp: true, email: false, telegram: false, push: true });
  });

  it('is what they chose, channel by channel', () => {
    expect(channelsWanted(TYPE_DEFAULTS['booking-requested'], { email: false, push: null })).toEqual({ inApp: true, email: false, telegram: true, push: true });
  });

  it('always holds every warning about the safety of their account', () => {
    const silence = { inApp: false, email: false, telegram: false, push: false };
    expect(channelsWanted(TYPE_DEFAULTS['session-reuse'], silence)).toMatchObject({ inApp: true, email: true });
    expect(silencesTheMandatory(TYPE_DEFAULTS['session-reuse'], silence)).toBe(true);
    expect(silencesTheMandatory(TYPE_DEFAULTS['session-reuse'], { push: true, telegram: false })).toBe(false);
    expect(silencesTheMandatory(TYPE_DEFAULTS['booking-requested'], silence)).toBe(false);
  });

  it('follows every choice that silences nothing mandatory', () => {
    fc.assert(
      fc.property(types, choices, (defaults, choice) => {
        const wanted = channelsWanted(defaults, choice);
        if (!silencesTheMandatory(defaults, choice)) for (const channel of CHANNELS) expect(wanted[channel]).toBe(choice[channel] ?? defaults[channel]);
      }),
    );
  });
});
