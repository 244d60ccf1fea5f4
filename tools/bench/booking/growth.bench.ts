import { type Compared, compare } from '../measure/comparison';
import { Rig } from './rig';

const CLIENTS = 64;
const [MANY, FEW] = [1_000_000, 1_000];

/** Bookings inside the service where there are a million already, against the same where there are a thousand. */
export async function benchGrowth(rounds: number, seconds: number): Promise<Compared[]> {
  const [many, few] = [await Rig.start(MANY), await Rig.start(FEW)];
  try {
    const compared = await compare(
      {
        name: 'bookings among a million, against the same among a thousand',
        unit: 'per second',
        goal: 0.85,
        ours: () => many.rate('spread', CLIENTS, seconds),
        floor: () => few.rate('spread', CLIENTS, seconds),
      },
      rounds,
    );
    return [compared];
  } finally {
    await Promise.all([many.stop(), few.stop()]);
  }
}
