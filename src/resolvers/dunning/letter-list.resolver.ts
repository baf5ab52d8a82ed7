import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { dunningCaseById } from '../../loaders/dunning/dunning-cases.js';
import {
  letterListById,
  letterListsPage,
  lettersOfList,
  type LawyerLetterRow,
  type LetterListRow,
} from '../../loaders/dunning/letter-lists.js';
import { staffById } from '../../loaders/people/staff-by-id.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { ApprovalPayloadType } from '../../schema/approval/approval-payload.type.js';
import { DunningCaseType } from '../../schema/dunning/dunning-case.type.js';
import { LawyerLetterType, LetterListConnection, LetterListType } from '../../schema/dunning/letter-list.type.js';
import {
  FileLawyerLettersInput,
  ProposeLawyerLettersInput,
  ResubmitLawyerLettersInput,
  SendLawyerLettersInput,
} from '../../schema/dunning/letter-steps.input.js';
import { LetterListFilterInput } from '../../schema/dunning/list-filters.input.js';
import { LetterListPayloadType } from '../../schema/dunning/list-payloads.type.js';
import { MoneyType } from '../../schema/money/money.type.js';
import { PageArgs } from '../../schema/page-args.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { EstateType } from '../../schema/place/estate.type.js';
import { fileLawyerLetters } from '../../services/dunning/file-lawyer-letters.js';
import { proposeLawyerLetters } from '../../services/dunning/propose-lawyer-letters.js';
import { resubmitLawyerLetters } from '../../services/dunning/resubmit-lawyer-letters.js';
import { sendLawyerLetters } from '../../services/dunning/send-lawyer-letters.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';
import { found } from '../found.js';
import { amountShown } from '../ledger/amount-shown.js';

/** Lists of lawyer's letters. */
@Resolver(() => LetterListType)
export class LetterListResolver {
  @Query(() => LetterListConnection, {
    description: 'Lists of lawyer’s letters, the latest proposed first. Needs `dunning.read`.',
  })
  letterLists(
    @Arg('filter', () => LetterListFilterInput, { nullable: true, description: 'Which; all where nothing is said.' })
    filter: LetterListFilterInput | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return letterListsPage(ctx, filter ?? {}, args);
  }

  @Query(() => LetterListType, {
    nullable: true,
    description: 'One list of lawyer’s letters. Needs `dunning.read`. NOT_FOUND when it is unknown or not yours.',
  })
  letterList(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() ctx: RequestContext) {
    return found('letter list', letterListById(ctx).load(id));
  }

  @Mutation(() => ApprovalPayloadType, {
    nullable: true,
    description:
      'Proposes to whom the company has lawyer’s letters sent (R-DUN-07, R-DUN-10): a department of the company reviews it, a leader approves it. Needs `dunning.lead` on the estate.',
  })
  proposeLawyerLetters(
    @Arg('input', () => ProposeLawyerLettersInput, { description: 'To whom.' }) input: ProposeLawyerLettersInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, proposeLawyerLetters, input);
  }

  @Mutation(() => ApprovalPayloadType, {
    nullable: true,
    description: 'Asks again after it was sent back (Q-18). For who has prepared it; needs `dunning.lead`.',
  })
  resubmitLawyerLetters(
    @Arg('input', () => ResubmitLawyerLettersInput, { description: 'To whom now.' }) input: ResubmitLawyerLettersInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, resubmitLawyerLetters, input);
  }

  @Mutation(() => LetterListPayloadType, {
    nullable: true,
    description: 'Files an approved list (R-DUN-10). Needs `dunning.lead` on the estate.',
  })
  async fileLawyerLetters(
    @Arg('input', () => FileLawyerLettersInput, { description: 'Which list.' }) input: FileLawyerLettersInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, fileLawyerLetters, input);
    return { ...done, list: await found('letter list', letterListById(ctx).load(done.listId)) };
  }

  @Mutation(() => LetterListPayloadType, {
    nullable: true,
    description:
      'Records that the law firm has issued the letters of a list that is approved and filed (R-DUN-10, R-DUN-11); who has settled meanwhile gets none. Needs `dunning.lead` on the estate.',
  })
  async sendLawyerLetters(
    @Arg('input', () => SendLawyerLettersInput, { description: 'Which list, by whom.' }) input: SendLawyerLettersInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, sendLawyerLetters, input);
    return { ...done, list: await found('letter list', letterListById(ctx).load(done.listId)) };
  }

  @FieldResolver(() => [LawyerLetterType], { description: 'The letters, those that are not sent after all included.' })
  letters(@Root() { id }: LetterListRow, @Ctx() ctx: RequestContext) {
    return lettersOfList(ctx).load(id);
  }

  @FieldResolver(() => EstateType, { nullable: true, description: 'The estate.' })
  estate(@Root() { estateId }: LetterListRow, @Ctx() ctx: RequestContext) {
    return estateById(ctx).load(estateId);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who has proposed it.' })
  proposedBy(@Root() { proposedBy }: LetterListRow, @Ctx() ctx: RequestContext) {
    return staffById(ctx).load(proposedBy);
  }
}

/** The edges of a letter. */
@Resolver(() => LawyerLetterType)
export class LawyerLetterResolver {
  @FieldResolver(() => MoneyType, {
    nullable: true,
    description: 'What was overdue when it was proposed; null without `fee.amount`.',
  })
  arrears(@Root() letter: LawyerLetterRow, @Ctx() ctx: RequestContext) {
    return amountShown(ctx, letter, letter.arrearsMinor);
  }

  @FieldResolver(() => DunningCaseType, { nullable: true, description: 'The case as it stands now.' })
  case(@Root() { caseId }: LawyerLetterRow, @Ctx() ctx: RequestContext) {
    return dunningCaseById(ctx).load(caseId);
  }
}
