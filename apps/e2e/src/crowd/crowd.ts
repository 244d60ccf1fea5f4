import type { Door } from '../door';
import type { History } from './history';
import { PatientClient } from './patient-client';
import { type Account, type Travelled, WholeJourney, registerAt } from './whole-journey';

const GUESTS_PER_LANDLORD = 5;
const LANDLORDS_AT_ONCE = 4;
/** So many set off one after the other, so that at any moment people are at every stage of their journeys. */
const IN_A_ROW = 4;
/** What a journey takes at least; so it can be said when a share of all has been taken. */
const STEPS = 14;

/** Many people on their way through the system at the same time. */
export class Crowd {
  private taken = 0;
  private readonly awaited: { readonly count: number; readonly reached: () => void }[] = [];

  constructor(
    private readonly name: string,
    private readonly size: number,
    private readonly doors: readonly Door[],
    private readonly history: History,
  ) {}

  /**
   * Sends everybody off, and others after them for as long as something lasts, so that whatever happens meets people on
   * their way. Resolves once the last has arrived, and rejects where somebody cannot.
   */
  async travel(lasts: Promise<unknown> = Promise.resolve()): Promise<readonly Travelled[]> {
    const landlords = await this.landlords();
    const arrived: Travelled[] = [];
    const stranded: unknown[] = [];
    let count = 0;
    let isOver = false;
    const over = (): void => void (isOver = true);
    lasts.then(over, over);
    const row = async (): Promise<void> => {
      while (count < this.size || !isOver) {
        const index = count++;
        const journey = new WholeJourney(`${this.name} ${index}`, this.doors, this.history, landlords[index % landlords.length]!, () => this.stepTaken());
        await journey.travel().then((travelled) => arrived.push(travelled), (error: unknown) => stranded.push(error));
        if (stranded.length > 0) break;
      }
    };
    await Promise.all(Array.from({ length: Math.ceil(this.size / IN_A_ROW) }, row));
    if (stranded.length > 0) throw new AggregateError(stranded, `${stranded.length} of ${count} journeys did not come to their end: ${String(stranded[0])}`);
    return arrived;
  }

  /** Resolves once that share of all steps has been taken, which is before the last step. */
  async hasTaken(share: number): Promise<void> {
    const count = Math.floor(this.size * STEPS * share);
    if (this.taken >= count) return;
    await new Promise<void>((reached) => this.awaited.push({ count, reached }));
  }

  /** A few at a time, as hashing a password is slow on purpose and a queue of them is not what is tested. */
  private async landlords(): Promise<Account[]> {
    const landlords: Account[] = [];
    const names = Array.from({ length: Math.ceil(this.size / GUESTS_PER_LANDLORD) }, (_, index) => `${this.name} landlord ${index}`);
    for (let few = names.splice(0, LANDLORDS_AT_ONCE); few.length > 0; few = names.splice(0, LANDLORDS_AT_ONCE)) {
      const register = (name: string) => registerAt(new PatientClient(name, this.doors, this.history), 'landlord registers', { name, role: 'landlord' });
      landlords.push(...(await Promise.all(few.map(register))));
    }
    return landlords;
  }

  private stepTaken(): void {
    this.taken += 1;
    for (const { count, reached } of this.awaited) if (count <= this.taken) reached();
  }
}
