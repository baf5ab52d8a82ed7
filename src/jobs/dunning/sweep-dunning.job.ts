import { runCommand } from '../../services/command/run-command.js';
import { estatesOf } from '../../services/dunning/estates-of.js';
import { sweepDunning } from '../../services/dunning/sweep-dunning.js';
import type { Job } from '../job/job.js';

/**
 * Sweeps the estates of a company for who is overdue, chunk by chunk, each in a transaction of its own; tried again it finds
 * only what is still to be done. @rule D-13
 */
export const sweepDunningJob: Job = {
  name: 'sweep-dunning',
  retries: 8,
  retrySeconds: 60,
  retrySecondsMost: 3_600,
  trySeconds: 1_800,
  atOnce: 1,
  run: async ({ house, principal, signal }) => {
    for (const estateId of await estatesOf(house, principal))
      for (let next: { afterCaseId: string | null } | null = { afterCaseId: null }; next && !signal.aborted;)
        ({ next } = await runCommand(house, principal, sweepDunning, { estateId, ...next }));
    if (signal.aborted) throw new Error('The sweep goes on later.');
  },
};
