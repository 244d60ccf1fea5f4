import { randomBytes } from 'node:crypto';
import { type Answer, type Asked, Door } from '../door';

type Fields = Readonly<Record<string, unknown>>;

/** What people write of themselves and to each other: each gets a word that is nowhere else. */
const WRITTEN = new Set(['name', 'firstName', 'lastName', 'about', 'message', 'note', 'reason', 'text', 'comment']);
/** What must be as it is, and so is looked for as it is. */
const KEPT = new Set(['email', 'phone', 'password', 'newPassword', 'currentPassword', 'token', 'refreshToken', 'accessToken', 'unsubscribeUrl']);
const SHORTEST = 8;
/** A name of a hotel, a rule or a thing is nobody's name; only what is said of people is planted. */
const NAMES_PEOPLE = /\/api\/(?:auth|users)/;

/** Letters only: digits and dashes would pass for ids, which may stand in a log. */
function freshWord(): string {
  return `canary${[...randomBytes(10)].map((byte) => String.fromCharCode(97 + (byte % 26))).join('')}`;
}

/** A public door through which everything personal that goes in or comes out is marked, or remembered as it is. */
export class PlantingDoor extends Door {
  /** What must be found nowhere, and where it went in. */
  readonly planted = new Map<string, string>();

  override async ask<Body = unknown>(method: string, path: string, asked: Asked = {}): Promise<Answer<Body>> {
    const where = `${method} ${path.split('?', 1)[0]!}`;
    const answer = await super.ask<Body>(method, path, { ...asked, body: this.plantIn(asked.body, where) });
    this.remember(answer.body, where);
    return answer;
  }

  /** Marks something that does not go through a body. */
  plant(where: string): string {
    const word = freshWord();
    this.planted.set(word, where);
    return word;
  }

  private plantIn(value: unknown, where: string): unknown {
    if (Array.isArray(value)) return value.map((item) => this.plantIn(item, where));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value as Fields).map(([key, inner]) => [key, this.planting(key, inner, where)]));
  }

  private planting(key: string, value: unknown, where: string): unknown {
    if (typeof value !== 'string' || value === '') return this.plantIn(value, where);
    const isWritten = WRITTEN.has(key) && (key !== 'name' || NAMES_PEOPLE.test(where));
    if (isWritten) return `${value} ${this.plant(`${where} ${key}`)}`;
    this.keep(key, value, where);
    return value;
  }

  private remember(value: unknown, where: string): void {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value as Fields)) {
      if (typeof inner === 'string') this.keep(key, inner, `${where}, answered`);
      else this.remember(inner, where);
    }
  }

  private keep(key: string, value: string, where: string): void {
    if (KEPT.has(key) && value.length >= SHORTEST && !this.planted.has(value)) this.planted.set(value, `${where} ${key}`);
  }
}
