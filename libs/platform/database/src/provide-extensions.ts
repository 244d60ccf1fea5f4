import { type Client, escapeIdentifier } from 'pg';

/** Trusted extensions: whoever may create objects in a database may create these, without being its superuser. */
const EXTENSIONS = ['btree_gist', 'cube', 'pg_trgm', 'unaccent', 'pgcrypto', 'citext'] as const;

/** The schema that holds the functions and types of extensions, apart from anybody's tables. */
export const EXTENSION_SCHEMA = 'extensions';

/**
 * Creates the extensions every service may lean on, and of the wished ones those the server has and this owner may
 * create: one that is not trusted, such as PostGIS, only a superuser may. Where it is there already, it serves.
 */
export async function provideExtensions(owner: Client, wished: readonly string[]): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT name FROM pg_available_extensions AS extension
     WHERE installed_version IS NULL AND (name = ANY($1) OR name = ANY($2) AND EXISTS (
       SELECT FROM pg_available_extension_versions AS version
       WHERE version.name = extension.name AND version.version = extension.default_version
         AND (trusted OR NOT superuser OR (SELECT rolsuper FROM pg_roles WHERE rolname = current_user))))`,
    [EXTENSIONS, wished],
  );
  const { rowCount } = await owner.query('SELECT FROM pg_namespace WHERE nspname = $1', [EXTENSION_SCHEMA]);
  if (rows.length > 0 && rowCount === 0) await owner.query(`CREATE SCHEMA ${EXTENSION_SCHEMA}`);
  for (const { name } of rows) await owner.query(`CREATE EXTENSION IF NOT EXISTS ${escapeIdentifier(name)} SCHEMA ${EXTENSION_SCHEMA}`);
}

/** Lets a role use extensions wherever they live: a managed server may have put them into another schema. */
export async function grantExtensions(owner: Client, role: string): Promise<void> {
  const { rows } = await owner.query<{ schema: string }>(
    `SELECT DISTINCT n.nspname AS schema FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
     WHERE n.nspname <> 'pg_catalog' AND pg_has_role(n.nspowner, 'MEMBER')`,
  );
  for (const { schema } of rows) await owner.query(`GRANT USAGE ON SCHEMA ${escapeIdentifier(schema)} TO ${escapeIdentifier(role)}`);
}
