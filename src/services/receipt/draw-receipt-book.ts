import { ACTIONS_OF_ROLE } from '../../domain/identity/actions-of-role.js';
import { ROLES } from '../../domain/identity/role.js';
import { ruleRefused } from '../../domain/errors.js';
import type { PaperKind } from '../../domain/receipt/receipt-kind.js';
import { assertRange, type NumberRange } from '../../domain/receipt/receipt-numbers.js';
import { newId } from '../../entities/new-id.js';
import { Staff } from '../../entities/people/staff.entity.js';
import { Estate } from '../../entities/place/estate.entity.js';
import { ReceiptBook } from '../../entities/receipt/receipt-book.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { holdsRoleOn } from '../people/steps/holds-role-on.js';
import { findRow } from '../place/steps/find-row.js';
import { recordBookEvent } from './steps/record-receipt-event.js';

interface DrawReceiptBook extends CommandInput, Omit<NumberRange, 'prefix'> {
  readonly prefix?: string | null;
  readonly estateId: string;
  readonly kind: PaperKind;
  readonly holderId: string;
}

const ISSUERS = ROLES.filter((role) => ACTIONS_OF_ROLE[role].includes('receipt.issue'));

const OUT = 'select receipt_range_is_out($1, $2, $3, $4, $5) as out';

/**
 * Gives somebody who collects a book of numbered vouchers, and notes which numbers. Needs `receipt.manage` on the estate.
 * @rule R-CSH-06 @rule R-ORG-61 @rule R-ORG-62
 * @throws NOT_FOUND estate or staff
 * @throws INVALID_INPUT R-CSH-06 for a range that cannot be printed
 * @throws RULE_REFUSED R-ORG-61 for oneself and for somebody who does not collect there; R-CSH-06 for numbers that are out already
 */
export async function drawReceiptBook(ctx: CommandContext, input: DrawReceiptBook): Promise<{ bookId: string }> {
  const { id: estateId } = await findRow(ctx, Estate, 'estate', input.estateId);
  authorizeOn(ctx.principal, 'receipt.manage', estateId);
  const { id: holderId } = await findRow(ctx, Staff, 'staff', input.holderId);
  const { kind, digits, firstNumber, lastNumber } = input;
  const prefix = input.prefix ?? '';
  assertRange({ prefix, digits, firstNumber, lastNumber });
  const { companyId, principal } = ctx;
  if (holderId === principal.subjectId || !(await holdsRoleOn(ctx, holderId, ISSUERS, estateId)))
    throw ruleRefused('R-ORG-61', 'A book is drawn by somebody who collects, from somebody else.', { holderId });
  await ctx.execute('select pg_advisory_xact_lock(hashtextextended($1::text, 0))', [
    `receipt_book/${companyId}/${kind}/${prefix}/${digits}`,
  ]);
  const [found] = await ctx.execute<{ out: boolean }>(OUT, [kind, prefix, digits, firstNumber, lastNumber]);
  if (found?.out) throw ruleRefused('R-CSH-06', 'Some of these numbers are out already.', { firstNumber, lastNumber });
  const book = ctx.em.create(ReceiptBook, {
    ...{ companyId, id: newId(), estateId, kind, prefix, digits, firstNumber, lastNumber, nextNumber: firstNumber },
    ...{ holderId, drawnAt: ctx.clock.now(), drawnFromId: principal.subjectId, returnedAt: null, returnedToId: null },
    version: 1,
  });
  recordBookEvent(ctx, book, 'DRAWN');
  return { bookId: book.id };
}
