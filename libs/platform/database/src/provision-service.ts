import { type Client, escapeIdentifier, escapeLiteral } from 'pg';
import { EXTENSION_SCHEMA, grantExtensions, provideExtensions } from './provide-extensions';
import { type ServiceRole, schemaOf, serviceRole } from './service-role';

interface OwnerRights {
  readonly user: string;
  readonly database: string;
  readonly super: boolean;
  readonly may_create_roles: boolean;
  readonly own_schemas: string[];
}

// An owner who may not create roles has made the schema of extensions himself, on his first start; it holds nobody's tables.
const READ_RIGHTS = `
  SELECT current_user AS user, current_database() AS database, r.rolsuper AS super, r.rolsuper OR r.rolcreaterole AS may_create_roles,
         ARRAY(SELECT nspname::text FROM pg_namespace WHERE nspowner = r.oid AND nspname <> '${EXTENSION_SCHEMA}') AS own_schemas
  FROM pg_roles r WHERE r.rolname = current_user`;

/** Every service of a database provisions behind the same lock, because they alter the same catalogue rows. */
const PROVISIONING_LOCK = `hashtext('bookable provisioning')`;

/**
 * Makes a service's schema and its role, and returns the address under which the service is to sign in.
 * May be called again and by several replicas at once; what exists is left as it is.
 */
export async function provisionService(owner: Client, service: string, ownerUrl: string, wished: readonly string[]): Promise<string> {
  await owner.query(`BEGIN; SELECT pg_advisory_xact_lock(${PROVISIONING_LOCK})`);
  try {
    const url = await provision(owner, service, ownerUrl, wished);
    await owner.query('COMMIT');
    return url;
  } catch (error) {
    await owner.query('ROLLBACK');
    throw error;
  }
}

async function provision(owner: Client, service: string, ownerUrl: string, wished: readonly string[]): Promise<string> {
  const { rows } = await owner.query<OwnerRights>(READ_RIGHTS);
  const rights = rows[0]!;
  const schema = schemaOf(service);
  if (rights.may_create_roles) {
    const role = serviceRole(service, ownerUrl);
    await createRole(owner, role, rights);
    await provideExtensions(owner, wished);
    await grantExtensions(owner, role.role);
    return role.url;
  }
  if (rights.own_schemas.length === 1 && rights.own_schemas[0] === schema) {
    await provideExtensions(owner, wished);
    return ownerUrl;
  }
  throw new Error(
    `The database user "${rights.user}" can neither create roles nor is it the owner of just the schema "${schema}", so the service "${service}" does not start. ` +
      `Either give DATABASE_URL a user with CREATEROLE, or create the schema for this user alone: CREATE SCHEMA ${schema} AUTHORIZATION ${escapeIdentifier(rights.user)}.`,
  );
}

async function createRole(owner: Client, { schema, role, password }: ServiceRole, rights: OwnerRights): Promise<void> {
  const [name, space, database] = [role, schema, rights.database].map(escapeIdentifier);
  const { rowCount } = await owner.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
  if (rowCount === 0) await owner.query(`CREATE ROLE ${name} LOGIN NOINHERIT`);
  await owner.query(`ALTER ROLE ${name} LOGIN PASSWORD ${escapeLiteral(password)}`);
  if (!rights.super) await owner.query(`GRANT ${name} TO CURRENT_USER`);
  await owner.query(`
    REVOKE ALL ON DATABASE ${database} FROM PUBLIC;
    REVOKE ALL ON SCHEMA public FROM PUBLIC;
    GRANT CONNECT, TEMPORARY ON DATABASE ${database} TO ${name};
    CREATE SCHEMA IF NOT EXISTS ${space} AUTHORIZATION ${name};
    REVOKE ALL ON SCHEMA ${space} FROM PUBLIC;`);
}
