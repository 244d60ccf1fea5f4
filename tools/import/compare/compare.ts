import { setTimeout as pause } from 'node:timers/promises';
import type { OfferedStay } from './offered-stay';
import type { FoundStay, PublicDoor } from './public-door';
import type { Wish } from './wish';

/** How one search was answered, beside how it should have been. */
export interface Outcome {
  readonly wish: Wish;
  readonly expected: number;
  readonly found: number;
  /** What is wrong, in words; empty where nothing is. */
  readonly differences: readonly string[];
}

const SIMULTANEOUS = 4;
const SHOWN = 5;
const PAUSE_MS = 500;

/** A listing is recognised by what the file and a stranger both see of it. */
const mark = (city: string, title: string, lat: number, lng: number) => `${city}|${title}|${lat}|${lng}`;

/** Holds answers of the running platform against the files. */
export class Comparison {
  private readonly externalIds: ReadonlyMap<string, string>;
  private readonly byExternalId: ReadonlyMap<string, OfferedStay>;

  constructor(
    private readonly stays: readonly OfferedStay[],
    private readonly door: PublicDoor,
    /** Copies of what other services know arrive a moment later; this is how long they may take. */
    private readonly patienceMs: number,
  ) {
    this.externalIds = new Map(stays.map(({ city, title, lat, lng, externalId }) => [mark(city, title, lat, lng), externalId]));
    this.byExternalId = new Map(stays.map((stay) => [stay.externalId, stay]));
    if (this.externalIds.size < stays.length) throw new Error('Two listings of the file have the same name at the same place, so that nobody could tell which of them was found.');
  }

  async run(wishes: readonly Wish[]): Promise<Outcome[]> {
    const endMs = Date.now() + this.patienceMs;
    const waiting = wishes.entries();
    const outcomes: Outcome[] = [];
    const worker = async (): Promise<void> => {
      for (const [index, wish] of waiting) outcomes[index] = await this.settled(wish, endMs);
    };
    await Promise.all(Array.from({ length: SIMULTANEOUS }, worker));
    return outcomes;
  }

  private async settled(wish: Wish, endMs: number): Promise<Outcome> {
    for (;;) {
      const outcome = await this.ask(wish);
      if (outcome.differences.length === 0 || Date.now() > endMs) return outcome;
      await pause(PAUSE_MS);
    }
  }

  private async ask(wish: Wish): Promise<Outcome> {
    const expected = this.stays.filter(wish.holds).map(({ externalId }) => externalId);
    const found = await this.door.findAll(wish.parameters);
    const ids = found.map(({ title, location, id }) => this.externalIds.get(mark(location.city, title, location.lat, location.lng)) ?? `unknown ${id}`);
    const missing = expected.filter((id) => !ids.includes(id));
    const tooMany = ids.filter((id, index) => !expected.includes(id) || ids.indexOf(id) !== index);
    const differences = [...listed('missing', missing), ...listed('found wrongly or twice', tooMany), ...listed('priced wrongly', this.pricedWrongly(wish, found, ids))];
    return { wish, expected: expected.length, found: found.length, differences };
  }

  /** A stay of these files costs its nights and nothing else. */
  private pricedWrongly({ nights }: Wish, found: readonly FoundStay[], ids: readonly string[]): string[] {
    if (nights === undefined) return [];
    return ids.filter((id, index) => {
      const { quote } = found[index]!;
      const stay = this.byExternalId.get(id);
      return stay && !(quote?.available && quote.total.amount === stay.cents * nights);
    });
  }
}

function listed(what: string, ids: readonly string[]): string[] {
  return ids.length === 0 ? [] : [`${ids.length} ${what}: ${ids.slice(0, SHOWN).join(', ')}${ids.length > SHOWN ? ', …' : ''}`];
}
