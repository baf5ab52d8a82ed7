import type { Failed } from '../rhythm-report.js';

/** Something that has failed for good: it waits for an operator, who has it tried again or drops it. */
export interface Parked {
  readonly kind: Failed['kind'];
  /** By what the operator names it: kind and, but for jobs, code of the company, then the row. */
  readonly id: string;
  readonly companyId: string;
  readonly companyCode: string;
  /** Kind of the timer, name of the job or of the reaction. */
  readonly name: string;
  /** Id of the row that it is about; of a reaction, the number of the event. */
  readonly subject: string;
  /** The key of what is kept of it, besides company and name. */
  readonly row: string;
  readonly parkedAt: Date;
  /** Kind of the last error; null for a timer, whose errors stand in the log only. */
  readonly failure: string | null;
}
