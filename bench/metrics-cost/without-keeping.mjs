/**
 * Loaded before the product (`--import`, with `?company=ID` behind its address): commands of that company do not keep its
 * metrics. The product itself has no such setting.
 */
import { registerHooks } from 'node:module';

const company = new URL(import.meta.url).searchParams.get('company');
const KEEPING = new URL('../../dist/src/metrics/keep-metrics.js', import.meta.url).href;
const ITSELF = JSON.stringify(`${KEEPING}?itself`);
const INSTEAD = `
import { keepMetrics as keep } from ${ITSELF};
export * from ${ITSELF};
export const keepMetrics = (execute, companyId, ...rest) =>
  companyId === ${JSON.stringify(company)} ? Promise.resolve() : keep(execute, companyId, ...rest);`;

registerHooks({
  load: (url, context, nextLoad) =>
    url === KEEPING ? { format: 'module', source: INSTEAD, shortCircuit: true } : nextLoad(url, context),
});
