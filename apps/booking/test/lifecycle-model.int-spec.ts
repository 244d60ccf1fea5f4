import {
  AcceptInvitation, type BookingView, CancelBooking, CompleteBooking, ConfirmBooking, DeclineInvitation, GetBooking, GetBookingHistory, InviteGuest,
  MarkNoShow, PlaceBooking, RejectBooking, StartBooking,
} from '@bookable/contracts-booking';
import { type RpcContract, newId } from '@bookable/kernel';
import fc from 'fast-check';
import { type Action, type Party, type Status, actionBelongsTo, transitionFor } from '../src/domain/lifecycle';
import { RunningBooking, refusalOf } from './running-booking';
import { aListing, anEvent, day, followers } from './stand-in-catalog';

type PersonsAction = Exclude<Action, 'request' | 'invite' | 'expire'>;
type Step = { readonly action: PersonsAction; readonly by: 'renter' | 'owner' | 'stranger' };

type StepContract = RpcContract<{ bookingId: string; reason: string }, BookingView>;

const CONTRACTS = {
  confirm: ConfirmBooking, reject: RejectBooking, cancel: CancelBooking, start: StartBooking, complete: CompleteBooking, accept: AcceptInvitation,
  decline: DeclineInvitation, 'no-show': MarkNoShow,
} as unknown as Readonly<Record<PersonsAction, StepContract>>;
const ACTIONS = Object.keys(CONTRACTS) as PersonsAction[];
const steps = fc.array(fc.record({ action: fc.constantFrom(...ACTIONS), by: fc.constantFrom<Step['by'][]>('renter', 'owner', 'owner', 'renter', 'stranger') }), { minLength: 1, maxLength: 8 });
const RUNS = 300;
const AT_ONCE = 10;

let service: RunningBooking;
beforeAll(async () => (service = await RunningBooking.start()));
afterAll(async () => service.stop());

/** What the table says becomes of a step, and nothing but the table. */
class Model {
  private last: { readonly action: Action; readonly by: Party };
  readonly passed: Status[];

  constructor(public status: Status, action: Action, by: Party) {
    this.last = { action, by };
    this.passed = [status];
  }

  /** The refusal that is to be expected, if any. */
  take({ action, by }: Step): string | undefined {
    if (by === 'stranger') return 'not-found';
    if (!actionBelongsTo(action, by)) return 'not-your-booking';
    if (this.last.action === action && this.last.by === by) return undefined;
    const transition = transitionFor(this.status, action, by);
    if (!transition) return 'wrong-status';
    if (action === 'no-show') return 'too-early';
    this.status = transition.to;
    this.passed.push(transition.to);
    this.last = { action, by };
    return undefined;
  }
}

async function begin(beginning: 'pending' | 'confirmed' | 'invited') {
  const renter = newId();
  if (beginning === 'invited') {
    const event = anEvent(3);
    followers.add(renter);
    const { id } = await service.ask(InviteGuest, { listingId: event.id, userId: renter }, { userId: event.ownerId });
    return { id, people: { renter, owner: event.ownerId, stranger: newId() }, model: new Model('invited', 'invite', 'owner') };
  }
  const listing = aListing({ booking: { approval: beginning === 'pending' ? 'request' : 'instant' } });
  const { id } = await service.ask(PlaceBooking, { listingId: listing.id, from: day(5), to: day(7) }, { userId: renter });
  return { id, people: { renter, owner: listing.ownerId, stranger: newId() }, model: new Model(beginning, 'request', 'renter') };
}

async function walk(beginning: 'pending' | 'confirmed' | 'invited', path: readonly Step[]): Promise<void> {
  const { id: bookingId, people, model } = await begin(beginning);
  for (const step of path) {
    const expected = model.take(step);
    expect([step, await refusalOf(service.ask(CONTRACTS[step.action], { bookingId, reason: 'Because.' }, { userId: people[step.by] }))]).toEqual([step, expected]);
  }
  expect((await service.ask(GetBooking, { bookingId }, { userId: people.renter })).status).toBe(model.status);
  const { items } = await service.ask(GetBookingHistory, { bookingId }, { userId: people.owner });
  expect(items.map(({ to }) => to)).toEqual(model.passed);
}

describe('Random people doing random things to a booking', () => {
  it('get exactly what the table of transitions says, and leave no trace of what was refused', async () => {
    const walks = fc.array(fc.tuple(fc.constantFrom('pending' as const, 'confirmed' as const, 'invited' as const), steps), { minLength: AT_ONCE, maxLength: AT_ONCE });
    await fc.assert(fc.asyncProperty(walks, async (paths) => {
      await Promise.all(paths.map(([beginning, path]) => walk(beginning, path)));
    }), { numRuns: RUNS / AT_ONCE, endOnFailure: true });
    expect(await service.faults()).toEqual([]);
  }, 120_000);
});
