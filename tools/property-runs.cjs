const fc = require('fast-check');

/** How many cases every property is tried with: `PROPERTY_RUNS=100000 npx jest …` where nobody waits; 100 elsewhere. */
fc.configureGlobal({ numRuns: Number(process.env.PROPERTY_RUNS) });
