/** `npm run bench -- NAME`: runs one bench; see bench/README.md. */
const BENCHES = {
  api: () => import('./api/run.mjs').then(({ runApiBench }) => runApiBench()),
  plans: () => import('./plans/run.mjs').then(({ runPlans }) => runPlans()),
};

const bench = BENCHES[process.argv[2] ?? ''];
if (bench === undefined) {
  console.error(`Usage: npm run bench -- ${Object.keys(BENCHES).join('|')}`);
  process.exitCode = 2;
} else {
  await bench();
}
