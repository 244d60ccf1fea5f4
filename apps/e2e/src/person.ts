import { randomUUID } from 'node:crypto';
import type { UserView } from '@bookable/contracts-auth';
import type { Answer, Asked, Door } from './door';
import { type KeptMail, mailTo } from './mailbox';

/** A signed-in account that speaks to the public door as a client would. */
export class Person {
  private constructor(
    private readonly door: Door,
    readonly user: UserView,
    readonly token: string,
    readonly refreshToken: string,
    readonly password: string,
  ) {}

  static async register(door: Door, name: string, more: { role?: 'renter' | 'landlord'; locale?: 'en' | 'ru'; email?: string } = {}): Promise<Person> {
    const password = `correct horse ${randomUUID()}`;
    const email = more.email ?? `${randomUUID()}@journey.example`;
    const answer = await door.ask<SignedIn>('POST', '/api/auth/register', { body: { ...more, name, email, password } });
    if (answer.status !== 201) throw new Error(`${name} could not register: ${answer.status} ${JSON.stringify(answer.body)}`);
    return new Person(door, answer.body.user, answer.body.accessToken, answer.body.refreshToken, password);
  }

  /** Begins another session of somebody who has an account. */
  static async signIn(door: Door, email: string, password: string): Promise<Person> {
    const answer = await door.ask<SignedIn>('POST', '/api/auth/login', { body: { email, password } });
    if (answer.status !== 200) throw new Error(`${email} could not sign in: ${answer.status} ${JSON.stringify(answer.body)}`);
    return new Person(door, answer.body.user, answer.body.accessToken, answer.body.refreshToken, password);
  }

  /** Registers a few at a time: hashing a password is slow on purpose, and a queue of them is not what is tested. */
  static async registerMany(door: Door, count: number, name: string): Promise<Person[]> {
    const people: Person[] = [];
    while (people.length < count) {
      const few = Array.from({ length: Math.min(8, count - people.length) }, (_, index) => Person.register(door, `${name} ${people.length + index}`));
      people.push(...(await Promise.all(few)));
    }
    return people;
  }

  get id(): string {
    return this.user.id;
  }

  ask<Body = unknown>(method: string, path: string, asked: Asked = {}): Promise<Answer<Body>> {
    return this.door.ask<Body>(method, path, { token: this.token, ...asked });
  }

  /** Asks and insists on a status, so that a journey fails where it went wrong and says with what. */
  async get<Body>(path: string): Promise<Body> {
    return this.insist<Body>(200, 'GET', path);
  }

  async post<Body>(path: string, body?: unknown, status = 201): Promise<Body> {
    return this.insist<Body>(status, 'POST', path, { body });
  }

  async put<Body>(path: string, body?: unknown, status = 200): Promise<Body> {
    return this.insist<Body>(status, 'PUT', path, { body });
  }

  mails(): Promise<KeptMail[]> {
    return mailTo(this.door, this.user.email);
  }

  private async insist<Body>(status: number, method: string, path: string, asked: Asked = {}): Promise<Body> {
    const answer = await this.ask<Body>(method, path, asked);
    if (answer.status !== status) throw new Error(`${method} ${path} answered ${answer.status}, not ${status}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }
}

/** The answer to registration and sign-in (api.md). */
export interface SignedIn {
  readonly user: UserView;
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresIn: number;
}
