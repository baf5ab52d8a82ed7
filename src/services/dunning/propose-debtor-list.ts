import { assertServiceOrder } from '../../domain/dunning/document-service.js';
import { assertOpen } from '../../domain/dunning/dunning-stage.js';
import { invalidInput, ruleRefused } from '../../domain/errors.js';
import { DebtorListLine } from '../../entities/dunning/debtor-list-line.entity.js';
import { DebtorList } from '../../entities/dunning/debtor-list.entity.js';
import { newId } from '../../entities/new-id.js';
import { Estate } from '../../entities/place/estate.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { ApprovalResult } from '../approval/steps/record-decision.js';
import { submitForApproval } from '../approval/steps/submit-for-approval.js';
import { dayAt } from '../calendar/steps/zone-of.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findRow } from '../place/steps/find-row.js';
import { policyInForce } from '../policy/steps/policy-in-force.js';
import { lockCases } from './steps/lock-cases.js';
import { standingsOf } from './steps/standing-of.js';
import { attemptsOf, sentLetterOf } from './steps/write-service.js';

interface ProposeDebtorList extends CommandInput {
  readonly estateId: string;
  readonly caseIds: readonly string[];
}

/**
 * Proposes which households stand on the board in the lobby: those on whom neither the steward nor the post could serve a
 * notice or letter. It shows rooms and amounts, names only where the policy says so. Needs `dunning.lead` on the estate; the
 * estate manager approves it.
 * @rule R-DUN-15 @rule R-DUN-17 @rule Q-20 @rule R-ORG-68
 * @throws NOT_FOUND estate, or a dunning case of it
 * @throws RULE_REFUSED R-DUN-17 where a way of service before was not tried or has not failed; D-13 where nothing may be dunned
 * for; R-ORG-68 for another system
 * @throws INVALID_INPUT for a case that concerns no unit
 */
export async function proposeDebtorList(ctx: CommandContext, input: ProposeDebtorList): Promise<ApprovalResult> {
  const { companyId } = ctx;
  const { id: estateId } = await findRow(ctx, Estate, 'estate', input.estateId);
  authorizeOn(ctx.principal, 'dunning.lead', estateId);
  const cases = await lockCases(ctx, estateId, input.caseIds);
  const today = await dayAt(ctx, estateId, ctx.clock.now());
  const { shows } = await policyInForce(ctx, 'Q-20', estateId, today);
  const { service: order } = await policyInForce(ctx, 'P-41', estateId, today);
  const standings = new Map(
    (
      await standingsOf(
        ctx,
        cases.map(({ id }) => id),
      )
    ).map((each) => [each.id, each]),
  );
  const list = ctx.em.create(DebtorList, {
    ...{
      companyId,
      id: newId(),
      estateId,
      state: 'PROPOSED',
      showsNames: shows === 'NAME_ROOM_AND_AMOUNT',
      version: 1,
    },
    ...{ proposedBy: ctx.principal.subjectId, proposedAt: ctx.clock.now(), approvedAt: null, postedAt: null },
    notarised: false,
  });
  await ctx.em.flush();
  for (const debt of cases) {
    assertOpen(debt.stage);
    const { unitId = null } = debt;
    if (unitId === null) throw invalidInput('input.caseIds', 'must concern units', { rule: 'R-DUN-15' });
    const { arrearsMinor, dunnable } = standings.get(debt.id) ?? { arrearsMinor: 0, dunnable: '' };
    if (dunnable === '') throw ruleRefused('D-13', 'Dunning is stopped.', { caseId: debt.id });
    const letter = debt.stage === 'LETTER_SENT' ? await sentLetterOf(ctx, debt) : null;
    const document = letter ? 'LAWYER_LETTER' : 'PAYMENT_NOTICE';
    assertServiceOrder('PUBLIC_NOTICE', await attemptsOf(ctx, debt.id, document, letter), order);
    ctx.em.create(DebtorListLine, {
      ...{ companyId, id: newId(), estateId, listId: list.id, caseId: debt.id, unitId, document, arrearsMinor },
    });
  }
  return submitForApproval(ctx, { kind: 'DEBTOR_LIST', id: list.id, estateId });
}
