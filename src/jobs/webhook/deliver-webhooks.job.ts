import type { Job } from '../job/job.js';
import { deliverWebhooks } from './deliver-webhooks.js';

/** Goes on with an endpoint whose wait is over, or whose node has died in the middle of a turn. */
export const deliverWebhooksJob: Job = {
  name: 'deliver-webhooks',
  retries: 5,
  retrySeconds: 5,
  retrySecondsMost: 300,
  trySeconds: 600,
  atOnce: 4,
  run: ({ house, companyId, rowId, signal }) => deliverWebhooks(house, companyId, rowId, signal),
};
