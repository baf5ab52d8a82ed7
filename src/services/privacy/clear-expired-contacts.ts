import { ERASED_TEXT } from '../../domain/privacy/erasure.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import { executeOf } from '../../tenancy/write/execute-of.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { RETENTION_CHUNK } from './clear-expired-tickets.js';
import { CLEARED_CONTACT } from './steps/personal-data.js';

interface ClearExpiredContacts extends CommandInput {
  readonly estateId: string;
  readonly receivedBefore: Date;
}

const CLEAR = `
with past as (
  select company_id, id from contact
   where company_id = $1 and estate_id = $2 and received_at < $4::timestamptz and redacted_at is null and ticket_id is null
   order by received_at, id limit $5
   for update skip locked
)
update contact
   set ${CLEARED_CONTACT}, customer_id = null
  from past p
 where contact.company_id = p.company_id and contact.id = p.id
returning contact.id`;

/**
 * Clears callers, words and customers of entries of the contact log of one estate that no ticket came of and whose time
 * is over, at most a thousand; entries of tickets go with these. One event tells how many.
 * @returns how many were cleared; less than a chunk when none is left
 * @rule Q-24
 * @throws FORBIDDEN company.manage
 */
export async function clearExpiredContacts(
  ctx: CommandContext,
  { estateId, receivedBefore }: ClearExpiredContacts,
): Promise<{ cleared: number }> {
  const { companyId } = ctx;
  authorizeOn(ctx.principal, 'company.manage', null);
  const values = [companyId, estateId, ERASED_TEXT, receivedBefore, RETENTION_CHUNK];
  const { length: count } = await executeOf(ctx.em)<unknown>(CLEAR, values);
  if (count > 0)
    ctx.record({
      type: 'privacy.CONTACTS_CLEARED',
      estateId,
      subjectKind: 'estate',
      subjectId: estateId,
      subjectVersion: 1,
      visibility: 'INTERNAL',
      facts: { count, receivedBefore: receivedBefore.toISOString() },
    });
  return { cleared: count };
}
