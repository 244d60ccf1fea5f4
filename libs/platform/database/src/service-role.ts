import { createHash, createHmac } from 'node:crypto';

/** PostgreSQL cuts longer identifiers silently, which would let two services share a role. */
const MAX_IDENTIFIER_LENGTH = 63;

/** How one service signs in to its own schema. */
export interface ServiceRole {
  readonly schema: string;
  readonly role: string;
  readonly password: string;
  readonly url: string;
}

/** The schema of a service. */
export function schemaOf(service: string): string {
  return service.replaceAll('-', '_');
}

function roleName(database: string, schema: string): string {
  const name = `${database}_${schema}`;
  if (name.length <= MAX_IDENTIFIER_LENGTH) return name;
  const digest = createHash('sha256').update(database).digest('hex').slice(0, 12);
  return `${digest}_${schema}`;
}

/** The name of the database an address leads to. */
export function databaseOf(url: URL): string {
  return decodeURIComponent(url.pathname.slice(1)) || decodeURIComponent(url.username);
}

/**
 * The role of a service, derived from the owner's address. The password is a keyed hash of that address, so every
 * replica computes the same one, nobody has to hand it out, and whoever lacks the owner's secret cannot guess it.
 */
export function serviceRole(service: string, ownerUrl: string): ServiceRole {
  const url = new URL(ownerUrl);
  const schema = schemaOf(service);
  const role = roleName(databaseOf(url), schema);
  const password = createHmac('sha256', ownerUrl).update(role).digest('hex');
  url.username = encodeURIComponent(role);
  url.password = password;
  return { schema, role, password, url: url.toString() };
}
