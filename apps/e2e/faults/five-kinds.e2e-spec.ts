import { setTimeout as pause } from 'node:timers/promises';
import { fewAtATime } from '../src/few-at-a-time';
import { History } from '../src/crowd/history';
import { differentAnswersToOneCommand } from '../src/crowd/judgement';
import { mostSoldAtOnce, soldFrom } from '../src/five-kinds/offer';
import { type RaceForEverything, type RaceForEverythingSize, raceForEverything } from '../src/five-kinds/race-for-everything';
import { Installation } from '../src/installation/installation';
import { FaultLog } from '../src/outcome/fault-log';
import { SeededChance } from '../src/seeded-chance';

const SABOTAGE = 'apps/booking/test/sabotage';
const IS_FULL = process.env['FAULT_SIZE'] === 'full';
const SIZE: RaceForEverythingSize = IS_FULL ? { clients: 96, accountsEach: 7, seats: 500, seconds: 60 } : { clients: 24, accountsEach: 4, seats: 60, seconds: 12 };
/** Without its lock the service is caught in a short race too. */
const SHORT: RaceForEverythingSize = { clients: 24, accountsEach: 2, seats: 30, seconds: IS_FULL ? 5 : 3 };
const UNLOCKED_RUNS = IS_FULL ? 10 : 2;
const LONGEST_LIFE_MS = 12_000;
const READERS_AT_ONCE = 8;
const BOUND_MS = 900_000;

const keptOf = ({ bidders }: RaceForEverything) => bidders.flatMap(({ kept }) => kept);

/** The listings of which more was sold at one moment than there is. */
const oversold = (race: RaceForEverything) => race.offers.filter(({ listingId, capacity }) => mostSoldAtOnce(keptOf(race), listingId) > capacity);

describe(`${SIZE.clients} clients racing through the gateway for things of all five kinds while booking is killed again and again`, () => {
  const chance = SeededChance.fromEnvironment();
  const log = new FaultLog(new History(), chance.seed);
  let system: Installation;
  let race: RaceForEverything;
  let wrong: readonly string[];
  let deaths = 0;

  beforeAll(async () => {
    system = await Installation.start('cluster');
    const members = await system.members();
    await members.areReady();
    wrong = await log.trial('booking is killed while all five kinds are raced for', async (outages) => {
      race = await raceForEverything(system.doors, chance, SIZE, async (isOver) => {
        while (!isOver()) {
          await pause(chance.integer(2_000, LONGEST_LIFE_MS));
          outages.strikes('killed');
          await members.isBack('booking', await members.signal('booking', 'SIGKILL'));
          deaths += 1;
        }
      }, log.history);
      // All at once they would be more than a door lets in.
      const held = await fewAtATime(race.bidders, READERS_AT_ONCE, (bidder) => bidder.discrepancies(system.doors[0]!));
      return [...held.flat(), ...oversold(race).map(({ kind }) => ({ sentence: `more of ${kind} is sold than there is`, lost: 0, doubled: 1 }))];
    });
    process.stderr.write(`${race.bidders.reduce((sum, { answered }) => sum + answered, 0)} requests were answered, and booking was killed ${deaths} times\n`);
  }, BOUND_MS);

  afterAll(() => system.stop().finally(() => log.write()), BOUND_MS);

  it('answers every request, with a booking or with a reason that is true', () => {
    expect(race.bidders.flatMap(({ odd }) => odd)).toEqual([]);
    expect(race.history.entries.filter(({ status }) => status === undefined)).toEqual([]);
    expect(deaths).toBeGreaterThan(0);
  });

  it('carries no command out twice', () => {
    expect(differentAnswersToOneCommand(race.history.entries)).toEqual([]);
  });

  it('sells nothing of any kind twice, and keeps what it has sold', () => {
    expect(wrong).toEqual([]);
  });

  it('sells exactly what there is of what more people want', () => {
    const sold = keptOf(race);
    const wanted = race.offers.map(({ kind, listingId, capacity }) => {
      const lastBeginning = Math.max(...sold.filter((one) => one.listingId === listingId).map(({ startsAt }) => Date.parse(startsAt)));
      return { kind, sold: soldFrom(sold, listingId, lastBeginning), capacity };
    });
    expect(wanted).toEqual(wanted.map(({ kind, capacity }) => ({ kind, sold: capacity, capacity })));
  });

  it('leaves everything as it must always be', async () => {
    const { isGreen, report } = await system.verify();
    log.verified({ isGreen });
    expect(isGreen ? 'green' : report).toBe('green');
  }, BOUND_MS);
});

describe('the same race without the lock and the constraint behind it', () => {
  const chance = SeededChance.fromEnvironment();
  let system: Installation;

  beforeAll(async () => {
    system = await Installation.start('standalone');
    await system.operate('booking', `${SABOTAGE}/switch-backstop-off.sql`);
    await system.operate('booking', `${SABOTAGE}/switch-lock-off.sql`);
  }, BOUND_MS);

  afterAll(() => system.stop(), BOUND_MS);

  it.each(Array.from({ length: UNLOCKED_RUNS }, (_, index) => index + 1))('sells something twice, run %i', async () => {
    expect(oversold(await raceForEverything(system.doors, chance, SHORT))).not.toEqual([]);
  }, BOUND_MS);

  it('and the checker is red', async () => {
    expect(await system.verify(5)).toMatchObject({ isGreen: false });
  }, BOUND_MS);
});
