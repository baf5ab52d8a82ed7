import { nextDebtorList, nextLetterList } from '../../../domain/dunning/approved-list.js';
import { stageAfterLetter } from '../../../domain/dunning/dunning-stage.js';
import type { Approval } from '../../../entities/approval/approval.entity.js';
import { DebtorList } from '../../../entities/dunning/debtor-list.entity.js';
import { LetterList } from '../../../entities/dunning/letter-list.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { dropLetter, dropLetterList, lettersOf } from './drop-letters.js';
import { recordDunningEvent } from './record-dunning-event.js';

/** Has the company's approval of a list of letters count: what is settled meanwhile drops out. @rule R-DUN-10 @rule R-ORG-68 */
export async function adoptLetterList(ctx: CommandContext, { subjectId }: Approval): Promise<void> {
  const list = await ctx.load(LetterList, 'letter list', subjectId);
  list.state = nextLetterList('approve', list.state);
  list.approvedAt = ctx.clock.now();
  list.version += 1;
  for (const { debt, letter } of await lettersOf(ctx, list))
    if (debt.stage === 'LETTER_PROPOSED') {
      debt.stage = stageAfterLetter(debt.stage, 'approve');
      recordDunningEvent(ctx, debt, 'LETTER_APPROVED', { letterId: letter.id, listId: list.id });
    } else await dropLetter(ctx, debt, letter);
}

/** Has the approval of a public list count: it may be posted up. @rule Q-20 @rule R-DUN-15 @rule R-ORG-68 */
export async function adoptDebtorList(ctx: CommandContext, { subjectId }: Approval): Promise<void> {
  const list = await ctx.load(DebtorList, 'debtor list', subjectId);
  list.state = nextDebtorList('approve', list.state);
  list.approvedAt = ctx.clock.now();
  list.version += 1;
}

/** Has a list whose approval was withdrawn be none. @rule Q-18 */
export async function letGoOfLetters(ctx: CommandContext, { subjectId }: Approval): Promise<void> {
  await dropLetterList(ctx, subjectId);
}

/** Has a public list whose approval was withdrawn be none. @rule Q-18 */
export async function letGoOfDebtorList(ctx: CommandContext, { subjectId }: Approval): Promise<void> {
  const list = await ctx.load(DebtorList, 'debtor list', subjectId);
  list.state = nextDebtorList('drop', list.state);
  list.version += 1;
}
