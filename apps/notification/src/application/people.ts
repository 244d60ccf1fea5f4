import { Injectable } from '@nestjs/common';
import { AuthPeople } from '../clients/auth-people';
import type { Person } from '../domain/person';
import { PersonStore } from '../persistence/person.store';

/** Finds people by id, asking auth about those nobody has told us of yet. Who has left is not found. */
@Injectable()
export class People {
  constructor(
    private readonly store: PersonStore,
    private readonly auth: AuthPeople,
  ) {}

  async find(ids: readonly string[]): Promise<ReadonlyMap<string, Person>> {
    const kept = await this.store.find(ids);
    const missing = ids.filter((id) => !kept.some((person) => person.id === id));
    const asked = await Promise.all(missing.map((id) => this.ask(id)));
    const known = [...kept.filter(({ isErased }) => !isErased), ...asked.filter((person) => person !== undefined)];
    return new Map(known.map((person) => [person.id, person]));
  }

  private async ask(id: string): Promise<Person | undefined> {
    const person = await this.auth.find(id);
    if (person) await this.store.save(person);
    return person;
  }
}
