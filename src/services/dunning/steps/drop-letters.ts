import { sql } from 'kysely';
import { nextLetterList } from '../../../domain/dunning/approved-list.js';
import { stageOfSteps, type DunningStepKind } from '../../../domain/dunning/dunning-stage.js';
import type { DunningCase } from '../../../entities/dunning/dunning-case.entity.js';
import { LawyerLetter } from '../../../entities/dunning/lawyer-letter.entity.js';
import { LetterList } from '../../../entities/dunning/letter-list.entity.js';
import { sqlFor } from '../../../tenancy/read/tables.js';
import type { CommandContext } from '../../command/command-context.js';
import { lockCases } from './lock-cases.js';
import { recordDunningEvent } from './record-dunning-event.js';

/** Has a list that was not approved be none: its cases stand where their steps have brought them. @rule R-DUN-10 */
export async function dropLetterList(ctx: CommandContext, listId: string): Promise<void> {
  const list = await ctx.load(LetterList, 'letter list', listId);
  list.state = nextLetterList('drop', list.state);
  list.version += 1;
  const letters = await lettersOf(ctx, list);
  for (const { debt, letter } of letters) await dropLetter(ctx, debt, letter);
}

/** The letters of a list that are not dropped, with their cases, which are locked. */
export async function lettersOf(
  ctx: CommandContext,
  { id: listId, estateId }: LetterList,
): Promise<{ readonly debt: DunningCase; readonly letter: LawyerLetter }[]> {
  const letters = await ctx.em.find(LawyerLetter, { companyId: ctx.companyId, listId, droppedAt: null });
  const byCase = new Map(letters.map((letter) => [letter.caseId, letter]));
  const cases = letters.length > 0 ? await lockCases(ctx, estateId, [...byCase.keys()]) : [];
  return cases.flatMap((debt) => {
    const letter = byCase.get(debt.id);
    return letter ? [{ debt, letter }] : [];
  });
}

/** Has a letter not be sent after all; an open case stands where its steps have brought it. */
export async function dropLetter(ctx: CommandContext, debt: DunningCase, letter: LawyerLetter): Promise<void> {
  letter.droppedAt = ctx.clock.now();
  if (debt.stage !== 'LETTER_PROPOSED' && debt.stage !== 'LETTER_APPROVED') return;
  debt.stage = stageOfSteps(await stepsDone(ctx, debt.id));
  recordDunningEvent(ctx, debt, 'LETTER_DROPPED', { letterId: letter.id, listId: letter.listId });
}

/** The kinds of steps that took place. */
export async function stepsDone(ctx: CommandContext, caseId: string): Promise<DunningStepKind[]> {
  await ctx.em.flush();
  const steps = await ctx.read(
    sql<{ readonly kind: DunningStepKind }>`
      select distinct kind from dunning_step
       where company_id = ${ctx.companyId} and case_id = ${caseId}::uuid and state = 'DONE'`.compile(sqlFor),
  );
  return steps.map(({ kind }) => kind);
}
