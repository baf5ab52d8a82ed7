import { copyImage } from '../../services/attachment/copy-image.js';
import type { Job } from './job.js';

/** Makes the smaller copy of a picture that has come. One at a time: a large picture is unpacked in memory. */
export const copyImageJob: Job = {
  name: 'copy-image',
  retries: 5,
  retrySeconds: 10,
  retrySecondsMost: 600,
  trySeconds: 120,
  atOnce: 1,
  run: ({ house, principal, rowId }) => copyImage(house, principal, rowId),
};
