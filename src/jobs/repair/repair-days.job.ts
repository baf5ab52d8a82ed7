import { runCommand } from '../../services/command/run-command.js';
import { closeRepairDay } from '../../services/repair/close-repair-day.js';
import { uncountedDays } from '../../services/repair/uncounted-days.js';
import type { Job } from '../job/job.js';

/** Counts the days of every estate that are over and not counted yet, each in a transaction of its own. @rule R-RPR-16 */
export const repairDaysJob: Job = {
  name: 'repair-days',
  retries: 8,
  retrySeconds: 60,
  retrySecondsMost: 3_600,
  trySeconds: 600,
  atOnce: 1,
  run: async ({ house, principal, signal }) => {
    for (const { estateId, day } of await uncountedDays(house, principal)) {
      if (signal.aborted) return;
      await runCommand(house, principal, closeRepairDay, { estateId, day });
    }
  },
};
