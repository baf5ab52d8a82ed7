import { subjectFeed } from './subject-feed.js';

/**
 * Opens the feed of what becomes of charges, payments, bill runs, payment notices, dunning cases and withholding batches; of a
 * resident, what concerns the own account.
 * @rule R-ORG-70 @rule D-30
 */
export const openFeeFeed = subjectFeed({
  subjects: ['charge', 'payment', 'billRun', 'paymentNotice', 'paymentNoticeRun', 'dunningCase', 'withholdingBatch'],
  action: 'fee.read',
});
