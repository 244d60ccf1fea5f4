export { EmbeddedPostgres, type EmbeddedPostgresOptions, runningEmbeddedUrl } from './embedded-postgres';
