export { EmbeddedPostgres, type EmbeddedPostgresOptions, runningEmbeddedUrl } from './embedded-postgres';
export { PostgresNode, type StopMode } from './postgres-node';
