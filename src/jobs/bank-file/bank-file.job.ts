import { bookBankLines } from '../../services/bank-file/book-bank-lines.js';
import { runCommand } from '../../services/command/run-command.js';
import type { Job } from '../job/job.js';

/** Books the lines of a bank's file, some at a time; whoever tries it again goes on where it stood. @rule R-FEE-01 */
export const bankFileJob: Job = {
  name: 'bank-file',
  retries: 20,
  retrySeconds: 5,
  retrySecondsMost: 600,
  trySeconds: 3_600,
  atOnce: 1,
  run: async ({ house, principal, rowId, signal }) => {
    for (let goesOn = true; goesOn && !signal.aborted;)
      ({ goesOn } = await runCommand(house, principal, bookBankLines, { fileId: rowId }));
    if (signal.aborted) throw new Error('The file is booked on later.');
  },
};
