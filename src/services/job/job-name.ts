/** What can be put off; each name has one file `*.job.ts` in the rhythm. */
export type JobName =
  | 'prune-company'
  | 'copy-image'
  | 'remove-file'
  | 'sweep-files'
  | 'deliver-webhooks'
  | 'test-webhook'
  | 'send-message'
  | 'repair-days'
  | 'draw-visits'
  | 'bank-file'
  | 'bill-run'
  | 'notice-run'
  | 'withholding'
  | 'sweep-dunning'
  | 'raise-alerts'
  | 'export-metrics'
  | 'draft-reports';
