import { ERASED_TEXT, isTelling } from '../../../domain/privacy/erasure.js';
import type { Customer } from '../../../entities/people/customer.entity.js';
import { atTheDoor } from '../../../tenancy/identity/door-transaction.js';
import { goOnInConfidence } from '../../../tenancy/survey/in-confidence.js';
import { executeOf } from '../../../tenancy/write/execute-of.js';
import { endMarksOf } from '../../care/steps/end-marks-of.js';
import type { CommandContext } from '../../command/command-context.js';
import { removeFiles } from './remove-files.js';
import {
  REMOVAL_OF_OWN_TICKETS,
  REMOVALS_AT_THE_DOOR,
  REMOVALS_OF_TELEPHONE,
  REMOVALS_OF_TELEPHONE_ELSEWHERE,
  REMOVALS_OF_WORDS,
  REMOVALS_WITH_TICKETS,
} from './personal-data.js';
import { REMOVALS_IN_CONFIDENCE } from './words-in-confidence.js';
import type { Removal } from './removal.js';

interface TouchedTicket {
  readonly id: string;
  readonly version: number;
  readonly kind: string;
  readonly stage: string | null;
  readonly occupancyId: string | null;
}

/**
 * Takes away for good what identifies a customer: name, telephone, the words and contacts of the own tickets, the
 * telephone in other words of the estate, the care marks, the files of the own tickets (their bytes by a job), logins and sign-ins.
 * Rows, numbers, instants, ids and events stay, so that every statistic counts as before. Events tell of it with ids only.
 * The caller has locked the row and decided.
 * @returns how many tickets lost words or contacts
 * @rule R-ARC-08
 */
export async function eraseCustomer(ctx: CommandContext, customer: Customer): Promise<number> {
  const { companyId, em } = ctx;
  const now = ctx.clock.now();
  const phone = customer.phone ?? null;
  await endMarksOf(ctx, customer.id);
  await em.flush();
  const execute = executeOf(em);
  const touched = new Map<string, TouchedTicket>();
  const values = [companyId, customer.id, customer.estateId, ERASED_TEXT, now, phone];
  const touch = async ({ text }: Removal): Promise<void> => {
    for (const ticket of await execute<TouchedTicket>(text, values)) touched.set(ticket.id, ticket);
  };
  await touch(REMOVAL_OF_OWN_TICKETS);
  const ticketIds = [...touched.keys()];
  const own = `{${ticketIds.join()}}`;
  for (const { text } of REMOVALS_WITH_TICKETS) await execute(text, [companyId, own, ERASED_TEXT]);
  if (isTelling(phone)) {
    for (const removal of REMOVALS_OF_TELEPHONE) await touch(removal);
    for (const { text } of REMOVALS_OF_TELEPHONE_ELSEWHERE) await execute(text, values);
  }
  for (const { text } of REMOVALS_OF_WORDS) await execute(text, [companyId, customer.id, ERASED_TEXT]);
  const files = await removeFiles(ctx, { ticketIds, addedBy: customer.id });
  await atTheDoor(em, async () => {
    for (const { text } of REMOVALS_AT_THE_DOOR) await execute(text, [companyId, customer.id, now]);
  });
  customer.name = ERASED_TEXT;
  customer.phone = null;
  customer.erasedAt = now;
  customer.version += 1;
  tell(ctx, customer, [...touched.values()], files);
  await goOnInConfidence(em);
  const told = [...values.slice(0, 5), isTelling(phone) ? phone : null];
  for (const { text } of REMOVALS_IN_CONFIDENCE) await execute(text, told);
  return touched.size;
}

function tell(ctx: CommandContext, customer: Customer, touched: readonly TouchedTicket[], files: number): void {
  const { estateId } = customer;
  for (const ticket of touched)
    ctx.record({
      type: 'ticket.REDACTED',
      estateId,
      subjectKind: 'ticket',
      subjectId: ticket.id,
      subjectVersion: ticket.version,
      occupancyId: ticket.occupancyId,
      visibility: 'INTERNAL',
      facts: { kind: ticket.kind, stage: ticket.stage },
    });
  const subject = { estateId, subjectKind: 'customer', subjectId: customer.id, subjectVersion: customer.version };
  ctx.record({ ...subject, type: 'identity.LOGINS_ERASED', visibility: 'INTERNAL', facts: {} });
  ctx.record({
    ...subject,
    type: 'people.CUSTOMER_ERASED',
    visibility: 'INTERNAL',
    facts: { tickets: touched.length, files },
  });
}
