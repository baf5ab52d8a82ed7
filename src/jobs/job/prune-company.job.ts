import { PRUNE_AT_ONCE, pruneClaims } from '../../services/command/prune-claims.js';
import { runCommand } from '../../services/command/run-command.js';
import { pruneCredentials } from '../../services/identity/prune-credentials.js';
import { pruneSecurityLog } from '../../services/identity/prune-security-log.js';
import { sweepExpired } from '../../services/privacy/retention-sweep.js';
import { pruneWebhookDeliveries } from '../../services/webhook/prune-webhook-deliveries.js';
import type { Job } from './job.js';

/** Removes what a company keeps for a time only, in short transactions; begun anew it goes on where it was. */
export const pruneCompany: Job = {
  name: 'prune-company',
  retries: 5,
  retrySeconds: 60,
  retrySecondsMost: 3_600,
  trySeconds: 600,
  atOnce: 1,
  run: async ({ house, principal, signal }) => {
    for (const prune of [pruneClaims, pruneCredentials, pruneSecurityLog, pruneWebhookDeliveries])
      for (let more = true; more && !signal.aborted;)
        more = (await runCommand(house, principal, prune, {})).removed >= PRUNE_AT_ONCE;
    await sweepExpired(house, principal, signal);
    await house.throttle.tidy();
  },
};
