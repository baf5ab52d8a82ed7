import { nextDebtorList } from '../../domain/dunning/approved-list.js';
import { invalidInput } from '../../domain/errors.js';
import { assertReportTime } from '../../domain/ticket/milestones.js';
import { DebtorListLine } from '../../entities/dunning/debtor-list-line.entity.js';
import { DebtorList } from '../../entities/dunning/debtor-list.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { lockCases } from './steps/lock-cases.js';
import { writeService } from './steps/write-service.js';

interface PostDebtorList extends CommandInput {
  readonly listId: string;
  readonly expectedVersion?: number | null;
  readonly notarised?: boolean | null;
  /** When it was posted up, for what is entered late. */
  readonly occurredAt?: Date | null;
}

/** What a command on a public list answers. */
interface DebtorListResult {
  readonly listId: string;
  readonly version: number;
}

/**
 * Records that an approved list stands on the board: that is service on every household of it that still owes. A notary may
 * have witnessed it. Needs `dunning.act` on the estate.
 * @rule R-DUN-15 @rule R-DUN-16 @rule R-DUN-17 @rule Q-20
 * @throws NOT_FOUND debtor list
 * @throws CONFLICT when it has changed meanwhile
 * @throws RULE_REFUSED Q-20 unless it is approved and not posted yet
 * @throws INVALID_INPUT for an instant in the future, or before it was approved
 */
export async function postDebtorList(ctx: CommandContext, input: PostDebtorList): Promise<DebtorListResult> {
  const at = ctx.occurredAt(input.occurredAt);
  assertReportTime(at);
  const list = await ctx.load(DebtorList, 'debtor list', input.listId, input.expectedVersion);
  const { estateId, id: listId } = list;
  authorizeOn(ctx.principal, 'dunning.act', estateId);
  list.state = nextDebtorList('post', list.state);
  if (list.approvedAt != null && at < list.approvedAt)
    throw invalidInput('input.occurredAt', 'lies before it was approved', { rule: 'Q-20' });
  Object.assign(list, { postedAt: at, notarised: input.notarised ?? false, version: list.version + 1 });
  const lines = await ctx.em.find(DebtorListLine, { companyId: ctx.companyId, listId });
  const byCase = new Map(lines.map((line) => [line.caseId, line]));
  for (const debt of await lockCases(ctx, estateId, [...byCase.keys()])) {
    const document = byCase.get(debt.id)?.document;
    if (
      document === undefined ||
      debt.stage === 'CLOSED' ||
      (document === 'LAWYER_LETTER' && debt.stage !== 'LETTER_SENT')
    )
      continue;
    const { notarised } = list;
    await writeService(ctx, debt, {
      document,
      method: 'PUBLIC_NOTICE',
      outcome: 'SERVED',
      at,
      notarised,
      debtorListId: listId,
    });
  }
  ctx.record({
    ...{ type: 'debtorList.POSTED', estateId, subjectKind: 'debtorList', subjectId: listId },
    ...{ subjectVersion: list.version, visibility: 'INTERNAL', occurredAt: at, facts: { households: lines.length } },
  });
  return { listId, version: list.version };
}
