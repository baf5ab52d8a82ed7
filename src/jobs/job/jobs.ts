import { sendMessageJob } from '../notification/send-message.job.js';
import { deliverWebhooksJob } from '../webhook/deliver-webhooks.job.js';
import { testWebhookJob } from '../webhook/test-webhook.job.js';
import { repairDaysJob } from '../repair/repair-days.job.js';
import { draftReportsJob } from '../report/draft-reports.job.js';
import { drawVisitsJob } from '../owner-visit/draw-visits.job.js';
import { bankFileJob } from '../bank-file/bank-file.job.js';
import { billRunJob } from '../billing/bill-run.job.js';
import { raiseAlertsJob } from '../metric-alert/raise-alerts.job.js';
import { rebuildMetricsJob } from '../metric/rebuild-metrics.job.js';
import { exportMetricsJob } from '../metric-export/export-metrics.job.js';
import { noticeRunJob } from '../payment-notice/notice-run.job.js';
import { withholdingJob } from '../withholding/withholding.job.js';
import { sweepDunningJob } from '../dunning/sweep-dunning.job.js';
import { copyImageJob } from './copy-image.job.js';
import type { Job } from './job.js';
import { pruneCompany } from './prune-company.job.js';
import { removeFileJob } from './remove-file.job.js';
import { sweepFiles } from './sweep-files.job.js';

/** Every kind of work that can be put off. */
export const JOBS: readonly Job[] = [
  pruneCompany,
  copyImageJob,
  removeFileJob,
  sweepFiles,
  deliverWebhooksJob,
  testWebhookJob,
  sendMessageJob,
  repairDaysJob,
  draftReportsJob,
  drawVisitsJob,
  billRunJob,
  noticeRunJob,
  withholdingJob,
  bankFileJob,
  sweepDunningJob,
  raiseAlertsJob,
  exportMetricsJob,
  rebuildMetricsJob,
];
