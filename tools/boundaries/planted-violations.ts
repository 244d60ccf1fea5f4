/** A file that breaks one rule of the house, and what the linter must say of it. */
export interface PlantedViolation {
  readonly rule: string;
  readonly file: string;
  readonly source: string;
  /** Part of what the linter prints. */
  readonly complaint: string;
}

const NX = '@nx/enforce-module-boundaries';
const LAYERS = 'no-restricted-imports';

const tagged = (rule: string, file: string, imported: string): PlantedViolation => ({
  rule,
  file,
  source: `import '${imported}';\nexport const planted = true;\n`,
  complaint: NX,
});

const layered = (rule: string, folder: string, imported: string): PlantedViolation => ({
  rule,
  file: `apps/review/src/${folder}/planted-${rule.replace(/\W+/g, '-')}.ts`,
  source: `import { planted as other } from '${imported}';\nexport const planted = other;\n`,
  complaint: LAYERS,
});

const written = (rule: string, file: string, source: string, complaint: string): PlantedViolation => ({ rule, file, source, complaint });

/** One violation for each rule that `eslint.config.mjs` holds; a rule without one here is not trusted. */
export const plantedViolations: readonly PlantedViolation[] = [
  tagged('a service does not import another service', 'apps/review/src/planted-service.ts', '@bookable/app-booking'),
  tagged('the gateway does not reach a database', 'apps/gateway/src/planted-database.ts', '@bookable/platform-database'),
  tagged('the gateway does not speak SQL', 'apps/gateway/src/planted-pg.ts', 'pg'),
  tagged('the gateway does not import a service', 'apps/gateway/src/planted-service.ts', '@bookable/app-booking'),
  tagged('standalone does not speak to a broker by itself', 'apps/standalone/src/planted-amqp.ts', 'amqplib'),
  tagged('a journey knows only the public door', 'apps/e2e/planted-service.ts', '@bookable/app-booking'),
  tagged('a tool does not import a service', 'tools/planted-service.ts', '@bookable/app-booking'),
  tagged('a contract does not import another contract', 'libs/contracts/review/src/planted-contract.ts', '@bookable/contracts-booking'),
  tagged('a contract does not know the framework', 'libs/contracts/review/src/planted-nest.ts', '@nestjs/common'),
  tagged('a platform library has no business words', 'libs/platform/context/src/planted-contract.ts', '@bookable/contracts-booking'),
  tagged('a platform library does not import an app', 'libs/platform/context/src/planted-app.ts', '@bookable/app-booking'),
  tagged('what looks after services does not import one', 'libs/platform/operations/src/planted-app.ts', '@bookable/app-booking'),
  tagged('the wire knows no platform', 'libs/wire/src/planted-platform.ts', '@bookable/platform-context'),
  tagged('the wire takes in only the validator', 'libs/wire/src/planted-package.ts', 'rxjs'),
  tagged('the kernel stands alone', 'libs/kernel/src/planted-wire.ts', '@bookable/wire'),
  tagged('the kernel knows no framework', 'libs/kernel/src/planted-nest.ts', '@nestjs/common'),
  layered('domain knows no framework', 'domain', '@nestjs/common'),
  layered('domain knows no database', 'domain', 'typeorm'),
  layered('domain knows no contract', 'domain', '@bookable/contracts-booking'),
  layered('domain does not look outward', 'domain', '../application/place-review'),
  layered('application speaks no SQL', 'application', 'pg'),
  layered('application takes only Injectable from Nest', 'application', '@nestjs/common'),
  layered('application does not look at transport', 'application', '../transport/reviews.rpc'),
  layered('persistence does not look outward', 'persistence', '../transport/reviews.rpc'),
  layered('clients do not look at persistence', 'clients', '../persistence/review.store'),
  layered('transport does not touch the database', 'transport', 'typeorm'),
  layered('transport does not skip the use case', 'transport', '../persistence/review.store'),
  written('domain has no clock', 'apps/review/src/domain/planted-clock.ts', 'export const now = () => Date.now();\n', 'Domain code has no clock'),
  written('domain has no randomness', 'apps/review/src/domain/planted-chance.ts', 'export const chance = () => Math.random();\n', 'Domain code has no randomness'),
  written('only config.ts reads the environment', 'apps/review/src/application/planted-env.ts', 'export const port = process.env.PORT;\n', 'Only config.ts reads the environment'),
  written('nothing is injected by a string', 'apps/review/src/application/planted-token.ts', "declare function Inject(token: string): unknown;\nexport const token = Inject('CLOCK');\n", 'Inject by class'),
  written('no any', 'apps/review/src/domain/planted-any.ts', 'export const anything = (value: any) => value;\n', '@typescript-eslint/no-explicit-any'),
  written('no console', 'apps/review/src/domain/planted-console.ts', "export const speak = () => console.log('x');\n", 'no-console'),
  written('no caught and ignored error', 'apps/review/src/domain/planted-catch.ts', 'export function swallow(work: () => void) {\n  try {\n    work();\n  } catch {}\n}\n', 'no-empty'),
  written('no file over 300 lines', 'apps/review/src/domain/planted-length.ts', `export const line = 1;\n${'// A line.\n'.repeat(300)}`, 'max-lines'),
  written('a rule is not switched off in passing', 'apps/review/src/domain/planted-disable.ts', '// eslint-disable-next-line no-console\nexport const speak = () => console.log(1);\n', 'no-console'),
];
