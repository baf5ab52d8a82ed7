/** `npm run bench -- NAME [options]`: runs one bench; see bench/README.md. */
const BENCHES = {
  api: async (options) => (await import('./api/run.mjs')).runApiBench(options),
  bills: async (options) => (await import('./bills/run.mjs')).runBillsBench(options),
  clocks: async (options) => (await import('./clocks/run.mjs')).runClocksBench(options),
  faults: async (options) => (await import('./faults/run.mjs')).runFaultsBench(options),
  feed: async (options) => (await import('./feed/run.mjs')).runFeedBench(options),
  metrics: async (options) => (await import('./metrics/run.mjs')).runMetricsBench(options),
  'metrics-cost': async (options) => (await import('./metrics-cost/run.mjs')).runMetricsCostBench(options),
  live: async (options) => (await import('./live/run.mjs')).runLiveBench(options),
  survey: async (options) => (await import('./survey/run.mjs')).runSurveyBench(options),
  plans: async (options) => (await import('./plans/run.mjs')).runPlans(options),
};

const [name = '', ...options] = process.argv.slice(2);
const bench = BENCHES[name];
if (bench === undefined) {
  console.error(`Usage: npm run bench -- ${Object.keys(BENCHES).join('|')}`);
  process.exitCode = 2;
} else {
  await bench(options);
  // Lines that were cut in the middle of a write keep Node's own clean-up from coming to an end.
  process.exit();
}
