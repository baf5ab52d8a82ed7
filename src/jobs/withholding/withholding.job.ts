import { runCommand } from '../../services/command/run-command.js';
import { bookWithheld } from '../../services/withholding/book-withheld.js';
import type { Job } from '../job/job.js';

/** Books what a bank has withheld of a batch, some at a time; whoever tries it again goes on where it stood. @rule R-FEE-11 */
export const withholdingJob: Job = {
  name: 'withholding',
  retries: 20,
  retrySeconds: 5,
  retrySecondsMost: 600,
  trySeconds: 3_600,
  atOnce: 1,
  run: async ({ house, principal, rowId, signal }) => {
    for (let goesOn = true; goesOn && !signal.aborted;)
      ({ goesOn } = await runCommand(house, principal, bookWithheld, { batchId: rowId }));
    if (signal.aborted) throw new Error('The batch is booked on later.');
  },
};
