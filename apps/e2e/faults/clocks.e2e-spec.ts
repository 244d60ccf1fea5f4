import { setTimeout as pause } from 'node:timers/promises';
import type { NotificationView } from '@bookable/contracts-notification';
import { Door } from '../src/door';
import { eventually } from '../src/eventually';
import { BOUND_MS, FaultSuite, IS_FULL, NONE_OF_EACH, PARTS, SERVICES } from '../src/faults/fault-suite';
import { OwnProcess } from '../src/installation/own-process';
import { SteppedClock } from '../src/installation/stepped-clock';
import { filmNight, ownCity } from '../src/offers';
import { Person } from '../src/person';

const CLIENTS = IS_FULL ? 8 : 4;
const LASTS_MS = IS_FULL ? 10_000 : 3_000;
const HOUR = 60;
const MINUTE_MS = 60_000;
const LEFT_OUT = 'libfaketime is not installed (apt-get install libfaketime)';

describe('services whose clocks are stepped by an hour, each alone', () => {
  const clocks = new Map<string, SteppedClock>();
  let ownDoor: Door;
  const suite = FaultSuite.of(async ({ whenOver }) => {
    for (const part of PARTS) {
      const clock = await SteppedClock.find();
      if (!clock) return { leftOut: LEFT_OUT };
      clocks.set(part, clock);
      whenOver(() => clock.remove());
    }
    return { settings: NONE_OF_EACH };
  });

  /** Every service goes by a clock of its own; the door that people come to does not, but there is another that does. */
  beforeAll(async () => {
    if (clocks.size === 0) return;
    for (const part of PARTS) {
      const started = await OwnProcess.start(suite.system, part, { settings: clocks.get(part)!.settings });
      suite.whenOver(() => started.stop());
      if (part === 'gateway') ownDoor = new Door(`http://127.0.0.1:${started.port}`);
    }
  }, BOUND_MS);

  it.each(SERVICES)('lose nothing, do nothing twice and answer everybody: that of %s', (service) =>
    suite.endure(`the clock of ${service} is stepped by an hour`, CLIENTS, async (outages) => {
      const clock = clocks.get(service)!;
      for (const minutes of [HOUR, 0, -HOUR, 0]) {
        const isOver = outages.strikes(`${minutes} minutes ahead`);
        await clock.step(minutes);
        await pause(LASTS_MS);
        isOver();
      }
    }), BOUND_MS);

  it('remind nobody twice, though the hour of reminding comes three times', () =>
    suite.tries('the hour of reminding comes three times', async () => {
      const door = suite.system.doors[0]!;
      const host = await Person.register(door, 'Host', { role: 'landlord' });
      const [early, late] = await Person.registerMany(door, 2, 'Guest');
      const evening = async (guest: Person, inMinutes: number): Promise<string> => {
        const [startsAt, endsAt] = [inMinutes, inMinutes + HOUR].map((minutes) => new Date(Date.now() + minutes * MINUTE_MS).toISOString());
        const night = filmNight(ownCity(), '2027-01-01');
        const { id } = await host.post<{ id: string }>('/api/events', { ...night, kind: undefined, booking: { approval: 'instant' }, details: { ...(night['details'] as object), startsAt, endsAt } });
        return (await guest.post<{ id: string }>('/api/bookings', { listingId: id })).id;
      };
      const asked = [[early!, await evening(early!, 24.5 * HOUR)], [late!, await evening(late!, 1.5 * HOUR)]] as const;
      const reminded = async ([guest, bookingId]: readonly [Person, string]): Promise<number> => {
        const { items } = await guest.get<{ items: NotificationView[] }>('/api/notifications?limit=100');
        return items.filter(({ type, subjectId }) => type === 'booking-reminder' && subjectId === bookingId).length;
      };
      const clock = clocks.get('notification')!;
      for (const minutes of [HOUR, 0, HOUR, -HOUR, HOUR, 0]) {
        await clock.step(minutes);
        if (minutes === HOUR) await eventually('everybody is reminded', async () => (await Promise.all(asked.map(reminded))).every((times) => times > 0));
        await pause(LASTS_MS);
      }
      expect(await Promise.all(asked.map(reminded))).toEqual([1, 1]);
      for (const [guest] of asked) expect((await guest.mails()).filter(({ subject }) => !subject.startsWith('Confirm your')).length).toBe(2);
    }), BOUND_MS);

  it('give out tokens by the clock of auth, which are judged by that of the door', () =>
    suite.tries('tokens of an auth whose clock is stepped', async () => {
      const door = suite.system.doors[0]!;
      const answers: number[] = [];
      for (const minutes of [HOUR, -HOUR, 0]) {
        await clocks.get('auth')!.step(minutes);
        const { token } = await Person.register(door, 'Who signs in');
        answers.push((await door.ask('GET', '/api/auth/me', { token })).status);
      }
      expect(answers).toEqual([200, 401, 200]);
    }), BOUND_MS);

  it('let in again whoever was taken for late, once the clock of the door is right', () =>
    suite.tries('tokens at a gateway whose clock is stepped', async () => {
      const { token } = await Person.register(suite.system.doors[0]!, 'Somebody');
      const answers: number[] = [];
      for (const minutes of [-HOUR, HOUR, 0]) {
        await clocks.get('gateway')!.step(minutes);
        answers.push((await ownDoor.ask('GET', '/api/auth/me', { token })).status);
      }
      expect(answers).toEqual([200, 401, 200]);
    }), BOUND_MS);

  suite.leavesEverythingAsItMustBe();
});
