/** Cycles, orphans and the doors between rooms; what Nx's tags and the layer rules of ESLint do not see. */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', comment: 'A cycle is one room pretending to be two.', from: {}, to: { circular: true } },
    {
      name: 'libraries-by-their-front-door',
      severity: 'error',
      comment: 'A library is entered through its index.ts.',
      from: { path: '^(apps/[^/]+|libs/(?:kernel|wire)|libs/(?:contracts|platform)/[^/]+|tools)/' },
      to: { path: '^libs/.+/src/(?!index\\.ts$)', pathNot: '^$1/' },
    },
    { name: 'no-barrel-in-an-app', severity: 'error', comment: 'An app has no second door.', from: {}, to: { path: '^apps/.*/index\\.ts$' } },
    { name: 'tests-are-not-imported', severity: 'error', comment: 'Production code never leans on a test.', from: { path: '/src/', pathNot: '\\.(int-)?spec\\.ts$' }, to: { path: '(\\.spec\\.ts|\\.int-spec\\.ts|/test/)' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(node_modules|dist)' },
    tsConfig: { fileName: 'tsconfig.base.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.js'] },
  },
};
