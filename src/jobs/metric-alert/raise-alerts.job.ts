import { runCommand } from '../../services/command/run-command.js';
import { raiseMetricAlerts } from '../../services/metric-alert/raise-metric-alerts.js';
import type { Job } from '../job/job.js';

/** Looks at the figures of every estate when days, weeks and months have ended. @rule R-ESC-05 */
export const raiseAlertsJob: Job = {
  name: 'raise-alerts',
  retries: 8,
  retrySeconds: 60,
  retrySecondsMost: 3_600,
  trySeconds: 600,
  atOnce: 1,
  run: async ({ house, principal }) => {
    await runCommand(house, principal, raiseMetricAlerts, { all: true });
  },
};
