import { removeFile } from '../../services/attachment/remove-file.js';
import type { Job } from './job.js';

/** Removes the bytes of a file whose row keeps it no longer. */
export const removeFileJob: Job = {
  name: 'remove-file',
  retries: 10,
  retrySeconds: 10,
  retrySecondsMost: 3_600,
  trySeconds: 60,
  atOnce: 1,
  run: ({ house, companyId, rowId }) => removeFile(house, companyId, rowId),
};
