import { nextLetterList } from '../../domain/dunning/approved-list.js';
import { stageAfterLetter } from '../../domain/dunning/dunning-stage.js';
import { letterGround } from '../../domain/dunning/letter-ground.js';
import { invalidInput } from '../../domain/errors.js';
import { assertPastDay } from '../../domain/place/plausible-day.js';
import { LetterList } from '../../entities/dunning/letter-list.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import { dunnableDays } from '../../tenancy/dunning/case-standing.js';
import { dayAt } from '../calendar/steps/zone-of.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { policyInForce } from '../policy/steps/policy-in-force.js';
import { recordListEvent, type LetterListResult } from './file-lawyer-letters.js';
import { dropLetter, lettersOf } from './steps/drop-letters.js';
import { followDuties } from './steps/follow-duties.js';
import { letterTerms } from './steps/letter-terms.js';
import { recordDunningEvent } from './steps/record-dunning-event.js';
import { standingOf } from './steps/standing-of.js';

interface SendLawyerLetters extends CommandInput {
  readonly listId: string;
  readonly expectedVersion?: number | null;
  readonly lawFirm?: string | null;
  /** The day on which they were sent; today where nothing is said. */
  readonly sentOn?: string | null;
}

/**
 * Records that the law firm has issued the letters of a list: approved and filed before. Debtors who have settled meanwhile,
 * and those whom dunning is stopped for, get none. From then on the letters are to be served. Needs `dunning.lead` on the
 * estate.
 * @rule R-DUN-10 @rule R-DUN-11 @rule D-09 @rule D-13
 * @throws NOT_FOUND letter list
 * @throws CONFLICT when it has changed meanwhile
 * @throws RULE_REFUSED R-DUN-10 unless it is approved and filed
 * @throws INVALID_INPUT R-DUN-11 without the law firm where the policy has one issue them; for a day that is ahead, or before
 * the list was filed
 */
export async function sendLawyerLetters(ctx: CommandContext, input: SendLawyerLetters): Promise<LetterListResult> {
  const list = await ctx.load(LetterList, 'letter list', input.listId, input.expectedVersion);
  const { estateId } = list;
  authorizeOn(ctx.principal, 'dunning.lead', estateId);
  list.state = nextLetterList('send', list.state);
  const today = await dayAt(ctx, estateId, ctx.clock.now());
  const sentOn = input.sentOn ?? today;
  assertPastDay('input.sentOn', sentOn, today);
  if (list.filedAt != null && sentOn < (await dayAt(ctx, estateId, list.filedAt)))
    throw invalidInput('input.sentOn', 'lies before it was filed', { rule: 'R-DUN-10' });
  const { issuedBy } = await policyInForce(ctx, 'P-41', estateId, today);
  const lawFirm = input.lawFirm ?? null;
  if ((issuedBy === 'LAW_FIRM') !== (lawFirm !== null))
    throw invalidInput('input.lawFirm', 'name the law firm where it issues the letters, and nowhere else', {
      rule: 'R-DUN-11',
    });
  Object.assign(list, { sentOn, lawFirm });
  const terms = await letterTerms(ctx, estateId, today);
  for (const { debt, letter } of await lettersOf(ctx, list)) {
    const standing = await standingOf(ctx, debt.id);
    const dueDays = dunnableDays(standing);
    if (debt.stage !== 'LETTER_APPROVED' || dueDays.length === 0) await dropLetter(ctx, debt, letter);
    else {
      debt.stage = stageAfterLetter(debt.stage, 'send');
      Object.assign(letter, { sentOn, eligibleWhenSent: letterGround({ ...standing, dueDays }, terms) !== null });
      recordDunningEvent(ctx, debt, 'LETTER_SENT', { letterId: letter.id, listId: list.id });
    }
    await followDuties(ctx, debt.id);
  }
  return recordListEvent(ctx, list, 'SENT');
}
