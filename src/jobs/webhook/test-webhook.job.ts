import { settleWebhooks } from '../../services/webhook/settle-webhooks.js';
import type { Job } from '../job/job.js';
import { endpointAddress } from './endpoint-address.js';
import { sendWebhook } from './send-webhook.js';

/** Sends one test message to an endpoint, once. */
export const testWebhookJob: Job = {
  name: 'test-webhook',
  retries: 0,
  retrySeconds: 1,
  retrySecondsMost: 1,
  trySeconds: 30,
  atOnce: 2,
  run: async (work) => {
    const { house, companyId, rowId } = work;
    const address = await endpointAddress(house, companyId, rowId);
    if (!address) return;
    const at = (house.clock?.now() ?? new Date()).toISOString();
    const attempt = await sendWebhook(house, address, {
      id: `test_${crypto.randomUUID()}`,
      type: 'webhook.TEST',
      timestamp: at,
      data: { endpointId: rowId },
    });
    await work.command(settleWebhooks, { endpointId: rowId, leaseId: null, attempts: [attempt], seq: null, chance: 0 });
  },
};
