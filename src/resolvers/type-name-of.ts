import { approvalSubjectTypeName } from './approval/approval-subject-type-name.js';
import { metricSubjectTypeName } from './metric/metric-subject-type-name.js';
import { ticketTypeName } from './ticket/ticket-type-name.js';

/** Which object type a row of an abstract type is, by the row alone. */
const DISCRIMINATORS: Readonly<Record<string, (row: object) => string>> = {
  Ticket: ticketTypeName,
  ApprovalSubject: approvalSubjectTypeName,
  MetricSubject: metricSubjectTypeName,
};

/**
 * The object type's name for a row of the abstract type.
 * @throws Error when the abstract type has no discriminator
 */
export function typeNameOf(abstractType: string, row: object): string {
  const discriminate = DISCRIMINATORS[abstractType];
  if (!discriminate) throw new Error(`${abstractType} has no discriminator.`);
  return discriminate(row);
}
