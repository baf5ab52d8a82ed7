import { runCommand } from '../../services/command/run-command.js';
import { draftOwedReports } from '../../services/report/draft-owed-reports.js';
import { estatesWithoutReports } from '../../services/report/estates-without-reports.js';
import type { Job } from '../job/job.js';

/** Drafts what estates owe on periods that are over, each estate in a transaction of its own. @rule R-RPT-21 */
export const draftReportsJob: Job = {
  name: 'draft-reports',
  retries: 8,
  retrySeconds: 60,
  retrySecondsMost: 3_600,
  trySeconds: 600,
  atOnce: 1,
  run: async ({ house, principal, signal }) => {
    for (const estateId of await estatesWithoutReports(house, principal)) {
      if (signal.aborted) return;
      await runCommand(house, principal, draftOwedReports, { estateId });
    }
  },
};
