import { stageAfterLetter } from '../../../domain/dunning/dunning-stage.js';
import { assertLetter } from '../../../domain/dunning/letter-ground.js';
import { LawyerLetter } from '../../../entities/dunning/lawyer-letter.entity.js';
import { LetterList } from '../../../entities/dunning/letter-list.entity.js';
import { newId } from '../../../entities/new-id.js';
import { dunnableDays } from '../../../tenancy/dunning/case-standing.js';
import { dayAt } from '../../calendar/steps/zone-of.js';
import type { CommandContext } from '../../command/command-context.js';
import { letterTerms } from './letter-terms.js';
import { lockCases } from './lock-cases.js';
import { recordDunningEvent } from './record-dunning-event.js';
import { arrearsOn, standingsOf } from './standing-of.js';

/**
 * Writes down to whom lawyer's letters are to be sent, with what is overdue of each.
 * @rule R-DUN-07 @rule R-DUN-10
 * @throws NOT_FOUND dunning case of the estate
 * @throws RULE_REFUSED R-DUN-07 without a ground, D-13 where dunning is stopped or the case closed, R-DUN-02 when nobody
 * called abroad, R-DUN-10 for a letter that is under way
 */
export async function writeLetterList(
  ctx: CommandContext,
  estateId: string,
  caseIds: readonly string[],
): Promise<LetterList> {
  const { companyId } = ctx;
  const today = await dayAt(ctx, estateId, ctx.clock.now());
  const terms = await letterTerms(ctx, estateId, today);
  const cases = await lockCases(ctx, estateId, caseIds);
  const standings = new Map(
    (
      await standingsOf(
        ctx,
        cases.map(({ id }) => id),
      )
    ).map((each) => [each.id, each]),
  );
  const list = ctx.em.create(LetterList, {
    ...{ companyId, id: newId(), estateId, state: 'PROPOSED', version: 1 },
    ...{ proposedBy: ctx.principal.subjectId, proposedAt: ctx.clock.now() },
    ...{ approvedAt: null, filedAt: null, fileNumber: null, sentOn: null, lawFirm: null },
  });
  await ctx.em.flush();
  for (const debt of cases) {
    const standing = standings.get(debt.id);
    if (!standing) throw new Error('A case that is locked stands somehow.');
    const stage = stageAfterLetter(debt.stage, 'propose');
    const ground = assertLetter(debt.id, { ...standing, dueDays: dunnableDays(standing) }, terms);
    const arrears = await arrearsOn(ctx, debt, today);
    const letter = ctx.em.create(LawyerLetter, {
      ...{ companyId, id: newId(), estateId, listId: list.id, caseId: debt.id, ground, ...arrears },
      ...{ droppedAt: null, sentOn: null, eligibleWhenSent: null, servedOn: null },
    });
    debt.stage = stage;
    recordDunningEvent(ctx, debt, 'LETTER_PROPOSED', { letterId: letter.id, listId: list.id, ground });
  }
  return list;
}
