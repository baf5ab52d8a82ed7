import { subjectEventType } from '../event/subject-event.type.js';

/** An event of a charge, a payment or a bill run; actor and subject are fields of the resolver. */
export const FeeEventType = subjectEventType('FeeEvent', {
  description:
    'Something that became of a charge, a payment, a bill run, a payment notice, a dunning case or a withholding batch. It says no amounts (R-ORG-70).',
  type: 'What became of it: `fee.CHARGED`, `.CANCELLED`, `.CHANGED`, `.TRANSFERRED` of a charge; `.RECEIVED`, `.ALLOCATED`, `.REFUNDED`, `.REFUND_PAID`, `.REVERSED` of a payment; `.UNDONE` of either; `billRun.STARTED`, `.CHUNK`, `.PREVIEWED`, `.CONFIRMED`, `.CANCELLED`, `.DONE` of a run, whose charges are told by its chunks; `paymentNoticeRun.STARTED`, `.CHUNK`, `.PREVIEWED`, `.CONFIRMED`, `.CANCELLED`, `.DONE`, `.SEALED` of the drawing of notices, `paymentNotice.DRAWN`, `.SEALED`, `.DELIVERED`, `.REFUSED`, `.NOT_FOUND`, `.REPLACED`, `.WITHDRAWN` of a notice by itself; `dunning.OPENED`, `.REOPENED`, `.REASONED`, `.PLANNED`, `.CALLED_OFF`, `.STEPPED`, `.HELD`, `.RELEASED`, `.CLOSED`, `.LETTER_PROPOSED`, `.LETTER_DROPPED`, `.LETTER_APPROVED`, `.LETTER_SENT`, `.SERVED`, `.SERVICE_FAILED`, `.PROVEN` of a dunning case; `withholdingBatch.DRAWN`, `.SENT`, `.CANCELLED`, `.ANSWERED`, `.BOOKED`, `.CLOSED`, `.DONE` of a batch to the bank and what the bank answers. Residents get those of their own charges, payments and sealed notices.',
  version: 'The version of the charge, payment, run, notice, case or batch after it.',
});
