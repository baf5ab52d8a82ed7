import { runCommand } from '../../services/command/run-command.js';
import { drawVisits } from '../../services/owner-visit/draw-visits.js';
import { remindOfVisits } from '../../services/owner-visit/remind-of-visits.js';
import { shortMonths } from '../../services/owner-visit/short-months.js';
import { undrawnEstates } from '../../services/owner-visit/undrawn-estates.js';
import type { Job } from '../job/job.js';

/**
 * Draws the households of the month for every estate that has not, and tells in the last week of those that fall short,
 * each in a transaction of its own. @rule R-VIS-05 @rule R-VIS-09
 */
export const drawVisitsJob: Job = {
  name: 'draw-visits',
  retries: 8,
  retrySeconds: 60,
  retrySecondsMost: 3_600,
  trySeconds: 600,
  atOnce: 1,
  run: async ({ house, principal, signal }) => {
    for (const estateId of await undrawnEstates(house, principal)) {
      if (signal.aborted) return;
      await runCommand(house, principal, drawVisits, { estateId });
    }
    for (const monthId of await shortMonths(house, principal)) {
      if (signal.aborted) return;
      await runCommand(house, principal, remindOfVisits, { monthId });
    }
  },
};
