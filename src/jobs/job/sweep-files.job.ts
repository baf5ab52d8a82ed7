import { dropUnfinished } from '../../services/attachment/drop-unfinished.js';
import { removeExpired } from '../../services/attachment/remove-expired.js';
import { sweepOrphans } from '../../services/attachment/sweep-orphans.js';
import { FILES_AT_ONCE } from '../../services/attachment/steps/files-at-once.js';
import { runCommand } from '../../services/command/run-command.js';
import { expireMetricExports } from '../../services/metric-export/expire-metric-exports.js';
import type { Job } from './job.js';

/** Sees through a company's files: uploads that never came, files past their time, those of figures too, bytes that no row keeps. */
export const sweepFiles: Job = {
  name: 'sweep-files',
  retries: 5,
  retrySeconds: 60,
  retrySecondsMost: 3_600,
  trySeconds: 3_600,
  atOnce: 1,
  run: async ({ house, principal, companyId, signal }) => {
    for (const sweep of [dropUnfinished, removeExpired, expireMetricExports])
      for (let more = true; more && !signal.aborted;)
        more = (await runCommand(house, principal, sweep, {})).removed >= FILES_AT_ONCE;
    await sweepOrphans(house, companyId, signal);
  },
};
