import { rebuildMetrics } from '../../metrics/rebuild-metrics.js';
import type { Job } from '../job/job.js';

/** Builds the figures of a company anew while the product answers; tried again, what is right already is left. */
export const rebuildMetricsJob: Job = {
  name: 'rebuild-metrics',
  retries: 20,
  retrySeconds: 30,
  retrySecondsMost: 3_600,
  trySeconds: 43_200,
  atOnce: 1,
  run: async ({ house, companyId, signal }) => {
    await rebuildMetrics(house, companyId, () => signal.throwIfAborted());
  },
};
