import { runCommand } from '../../services/command/run-command.js';
import { noticeChunk } from '../../services/payment-notice/notice-chunk.js';
import type { Job } from '../job/job.js';

/**
 * Goes through the drawing of an estate's notices chunk by chunk, each in a transaction of its own that also keeps how far it
 * has come: whoever tries it again goes on there.
 * @rule R-FEE-03
 */
export const noticeRunJob: Job = {
  name: 'notice-run',
  retries: 20,
  retrySeconds: 5,
  retrySecondsMost: 600,
  trySeconds: 3_600,
  atOnce: 1,
  run: async ({ house, principal, rowId, signal }) => {
    for (let goesOn = true; goesOn && !signal.aborted;)
      ({ goesOn } = await runCommand(house, principal, noticeChunk, { runId: rowId }));
    if (signal.aborted) throw new Error('The run goes on later.');
  },
};
