import { DomainError, type ErrorCode } from '../../domain/errors.js';
import { runCommand } from '../../services/command/run-command.js';
import { failMetricExport } from '../../services/metric-export/fail-metric-export.js';
import { startMetricExport } from '../../services/metric-export/start-metric-export.js';
import type { Job } from '../job/job.js';
import { makeExport } from './make-export.js';

const RETRIES = 3;

/**
 * Writes a file of figures as whoever asked for it, in one snapshot. What that person may not ask, and what is too large, is
 * given up at once; anything else is tried again.
 */
export const exportMetricsJob: Job = {
  name: 'export-metrics',
  retries: RETRIES,
  retrySeconds: 10,
  retrySecondsMost: 120,
  trySeconds: 900,
  atOnce: 1,
  run: async ({ house, principal, rowId: exportId, failures, signal }) => {
    const { order } = await runCommand(house, principal, startMetricExport, { exportId });
    if (order === null) return;
    const giveUp = (failure: ErrorCode) => runCommand(house, principal, failMetricExport, { exportId, failure });
    try {
      await makeExport(house, principal, order, signal);
    } catch (error) {
      if (error instanceof DomainError) {
        await giveUp(error.code);
        return;
      }
      if (failures >= RETRIES) await giveUp('INTERNAL');
      throw error;
    }
  },
};
