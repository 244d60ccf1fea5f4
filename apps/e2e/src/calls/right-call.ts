import type { Answer, Asked } from '../door';
import type { Operation } from '../contract/api-document';
import type { Person } from '../person';
import type { SmallWorld } from './small-world';

type Fields = Readonly<Record<string, unknown>>;

/** A call of an operation as it is meant to be made, and by whom. Bodies are made anew for each time it is sent. */
export interface RightCall {
  readonly by: Person;
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: () => Fields;
  /** A form with a picture in a colour, where it is not to be the usual one. */
  readonly form?: (colour?: string) => Promise<FormData>;
}

/** Makes what a call needs, and says how it goes. */
export type Staging = (world: SmallWorld) => RightCall | Promise<RightCall>;

/** Stagings by the names of operations. */
export type Stagings = Readonly<Record<string, Staging>>;

/** The address of an operation with its names filled in. */
export function addressOf({ path }: Operation, call: Pick<RightCall, 'path' | 'query'>): string {
  const filled = path.replace(/\{(\w+)\}/g, (_match, name: string) => (name === 'key' ? call.path![name]! : encodeURIComponent(call.path![name]!)));
  const query = new URLSearchParams(call.query).toString();
  return query === '' ? filled : `${filled}?${query}`;
}

/** What goes in beside method and address. */
export async function partsOf(call: RightCall): Promise<Pick<Asked, 'body' | 'form'>> {
  if (call.form) return { form: await call.form() };
  return call.body ? { body: call.body() } : {};
}

/** Makes a call, by somebody else where another token is given, and by nobody where it is null. */
export async function make(world: SmallWorld, operation: Operation, call: RightCall, token: string | null = call.by.token): Promise<Answer> {
  return world.door.ask(operation.method, addressOf(operation, call), { ...(await partsOf(call)), ...(token !== null && { token }) });
}
