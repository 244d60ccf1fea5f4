import { whatStaysWrong } from '../src/crowd/aftermath';
import { Crowd } from '../src/crowd/crowd';
import { History } from '../src/crowd/history';
import { Installation } from '../src/installation/installation';
import { booked, nightsOf, raceForNights } from '../src/race';
import { SeededChance } from '../src/seeded-chance';

const SIZE = { clients: 48, listings: 4, requests: 1_600, windowDays: 120, thinksMs: 40 };
const SABOTAGE = 'apps/booking/test/sabotage';
const BOUND_MS = 300_000;

describe('a race for nights in a system whose lock can be taken out', () => {
  const chance = SeededChance.fromEnvironment();
  let system: Installation;

  beforeAll(async () => {
    system = await Installation.start('standalone');
  }, BOUND_MS);

  afterAll(() => system.stop(), BOUND_MS);

  const nightsSoldInRace = async (): Promise<string[]> => booked(await raceForNights(system.doors[0]!, chance, SIZE)).flatMap(nightsOf);

  it('sells no night twice, and the checker is green, while the lock is there', async () => {
    const nights = await nightsSoldInRace();
    expect(new Set(nights).size).toBe(nights.length);
    expect(await system.verify()).toMatchObject({ isGreen: true });
  }, BOUND_MS);

  it('sells nights twice without the lock and the constraint behind it, and the checker is red', async () => {
    await system.operate('booking', `${SABOTAGE}/switch-backstop-off.sql`);
    await system.operate('booking', `${SABOTAGE}/switch-lock-off.sql`);
    const nights = await nightsSoldInRace();
    expect(new Set(nights).size).toBeLessThan(nights.length);
    const { isGreen, report } = await system.verify(5);
    expect(isGreen).toBe(false);
    expect(report).toMatch(/at every moment the claims of a resource fit its capacity +\d+\n/);
  }, BOUND_MS);
});

describe('journeys in a system that can be made to lose facts', () => {
  let system: Installation;

  beforeAll(async () => {
    system = await Installation.start('standalone');
  }, BOUND_MS);

  afterAll(() => system.stop(), BOUND_MS);

  const travel = (name: string) => new Crowd(name, 4, system.doors, new History()).travel();

  it('leave nothing wrong while every fact is told', async () => {
    expect(await whatStaysWrong(system.doors[0]!, await travel('whole'))).toEqual([]);
  }, BOUND_MS);

  it('are judged red where facts get lost on their way out of the outbox', async () => {
    await system.operate('booking', `${SABOTAGE}/switch-outbox-off.sql`);
    const wrong = await whatStaysWrong(system.doors[0]!, await travel('deprived'), 2_000);
    for (const part of ['guestNotices', 'landlordNotices', 'guestMails', 'landlordMails']) {
      expect(wrong.filter(({ sentence }) => sentence.includes(`: ${part} should be`))).toHaveLength(4);
    }
  }, BOUND_MS);
});
