import nx from '@nx/eslint-plugin';
import tseslint from '@typescript-eslint/eslint-plugin';
import tsParser from '@typescript-eslint/parser';

/** One object per folder: two objects that set the same rule do not merge, the later one wins. */
const layer = (folder, ...patterns) => ({
  files: [`apps/*/src/${folder}/**/*.ts`],
  rules: { 'no-restricted-imports': ['error', { patterns }] },
});
const ban = (group, message, extra = {}) => ({ group, message, ...extra });
const outward = (...folders) => ban(folders.map((folder) => `**/${folder}/**`), 'Imports point inward only.');
const IO = ['typeorm', 'pg', 'amqplib', '@nestjs/microservices', '@nestjs/typeorm'];

const boundaries = [
  { sourceTag: 'type:service', onlyDependOnLibsWithTags: ['type:contract', 'type:operations', 'type:platform', 'type:wire', 'type:kernel'] },
  { sourceTag: 'type:operations', onlyDependOnLibsWithTags: ['type:contract', 'type:platform', 'type:kernel'] },
  { sourceTag: 'type:standalone', onlyDependOnLibsWithTags: ['type:service', 'type:gateway', 'type:contract', 'type:platform', 'type:kernel'], bannedExternalImports: ['typeorm', 'pg', 'amqplib'] },
  { sourceTag: 'type:gateway', onlyDependOnLibsWithTags: ['type:contract', 'type:platform', 'type:wire', 'type:kernel'], notDependOnLibsWithTags: ['needs:database'], bannedExternalImports: ['typeorm', 'pg'] },
  { sourceTag: 'type:e2e', onlyDependOnLibsWithTags: ['type:contract', 'type:platform', 'type:kernel'], bannedExternalImports: ['@nestjs/*', 'typeorm'] },
  { sourceTag: 'type:tool', onlyDependOnLibsWithTags: ['type:contract', 'type:platform', 'type:kernel'], bannedExternalImports: ['@nestjs/*'] },
  { sourceTag: 'type:contract', onlyDependOnLibsWithTags: ['type:wire', 'type:kernel'], bannedExternalImports: ['@nestjs/*', 'typeorm', 'pg', 'amqplib', 'rxjs'] },
  { sourceTag: 'type:platform', onlyDependOnLibsWithTags: ['type:platform', 'type:kernel'] },
  { sourceTag: 'type:wire', onlyDependOnLibsWithTags: ['type:wire', 'type:kernel'], allowedExternalImports: ['class-validator', 'class-transformer'] },
  { sourceTag: 'type:kernel', onlyDependOnLibsWithTags: ['type:kernel'], allowedExternalImports: ['temporal-polyfill', 'fast-check'] },
];

/**
 * Services are libraries to Nx, because it lets nobody import an application and standalone hosts them all;
 * who may import them is said by the tags. The tests of the two platform libraries lean on each other, their
 * files do not: dependency-cruiser watches those.
 */
const moduleBoundaries = (depConstraints) => [
  'error',
  { enforceBuildableLibDependency: false, allowCircularSelfDependency: true, ignoredCircularDependencies: [['platform-testing', 'platform-database']], depConstraints },
];

/** The gateway's tests may start what its code must not know. */
const boundariesOfGatewayTests = boundaries.map((one) => (one.sourceTag === 'type:gateway' ? { ...one, notDependOnLibsWithTags: [] } : one));

export default [
  { ignores: ['**/node_modules', '**/dist', '**/.data'] },
  {
    files: ['**/*.ts'],
    languageOptions: { parser: tsParser },
    plugins: { '@nx': nx, '@typescript-eslint': tseslint },
    linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true },
    rules: {
      '@nx/enforce-module-boundaries': moduleBoundaries(boundaries),
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      'no-console': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 70, skipComments: true }],
      'no-restricted-syntax': [
        'error',
        { selector: "MemberExpression[object.name='process'][property.name='env']", message: 'Only config.ts reads the environment.' },
        { selector: "CallExpression[callee.name='forwardRef']", message: 'Break the cycle instead.' },
        { selector: "CallExpression[callee.name='Inject'] > Literal", message: 'Inject by class, not by a string.' },
      ],
    },
  },
  layer('domain', ban(['@nestjs/*', 'rxjs', ...IO, '@bookable/platform-*', '@bookable/contracts-*', '@bookable/wire'], 'Domain code is plain TypeScript.'), outward('application', 'persistence', 'transport', 'clients')),
  layer('application', ban(IO, 'Use cases reach the world through stores and clients.'), ban(['@nestjs/common', '@nestjs/core'], 'Only Injectable.', { allowImportNames: ['Injectable'] }), outward('transport')),
  layer('persistence', outward('application', 'transport', 'clients')),
  layer('clients', outward('application', 'transport', 'persistence')),
  layer('transport', ban(['typeorm', 'pg', '@nestjs/typeorm'], 'Transport never touches the database.'), outward('persistence', 'clients')),
  {
    files: ['apps/*/src/domain/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Domain code has no clock.' },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Domain code has no clock.' },
        { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']", message: 'Domain code has no randomness.' },
        { selector: "MemberExpression[object.name='process']", message: 'Domain code knows no process.' },
      ],
    },
  },
  {
    files: ['**/config.ts', '**/main.ts', 'tools/**/*.ts', 'apps/*/bench/**/*.ts', 'apps/*/gallery/**/*.ts', 'apps/e2e/**/*.ts', '**/*.int-spec.ts', 'libs/platform/testing/**/*.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  { files: ['apps/gateway/test/**/*.ts'], rules: { '@nx/enforce-module-boundaries': moduleBoundaries(boundariesOfGatewayTests) } },
  { files: ['tools/**/*.ts', 'apps/*/gallery/**/*.ts'], rules: { 'no-console': 'off' } },
  { files: ['**/*.spec.ts', '**/*.int-spec.ts', '**/*.e2e-spec.ts', '**/test/**/*.ts', '**/migrations/**/*.ts'], rules: { 'max-lines-per-function': 'off' } },
];
