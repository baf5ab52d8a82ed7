import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { answersOfLetter } from '../../loaders/liaison-letter/answers-of-letter.js';
import { liaisonLetterById, type LiaisonLetterRow } from '../../loaders/liaison-letter/liaison-letter-by-id.js';
import { liaisonLettersPage } from '../../loaders/liaison-letter/liaison-letters-page.js';
import type { ObligationRow } from '../../loaders/obligation/obligation-by-id.js';
import { visitSummaryById } from '../../loaders/owner-visit/visit-summaries.js';
import { departmentById } from '../../loaders/people/department-by-id.js';
import { staffById } from '../../loaders/people/staff-by-id.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { ticketById } from '../../loaders/ticket/ticket-by-id.js';
import { LiaisonAnswerType } from '../../schema/liaison-letter/liaison-answer.type.js';
import { LiaisonLetterFilterInput } from '../../schema/liaison-letter/liaison-letter-filter.input.js';
import { LiaisonLetterConnection, LiaisonLetterType } from '../../schema/liaison-letter/liaison-letter.type.js';
import { ObligationType } from '../../schema/obligation/obligation.type.js';
import { VisitSummaryType } from '../../schema/owner-visit/visit-summary.type.js';
import { PageArgs } from '../../schema/page-args.js';
import { DepartmentType } from '../../schema/people/department.type.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { EstateType } from '../../schema/place/estate.type.js';
import { TicketType } from '../../schema/ticket/ticket.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { found } from '../found.js';
import { letterWords, letterWordsOrNull } from './letter-words.js';

const MASKED = 'masked for whoever does not read the customers of the estate by name (R-ORG-78)';

/** Liaison letters: looking them up, their words and their edges. */
@Resolver(() => LiaisonLetterType)
export class LiaisonLetterResolver {
  @Query(() => LiaisonLetterConnection, {
    description:
      "Work liaison letters of the viewer's estates, the latest drafted first (R-ESC-01). A draft is seen on its estate only. Needs `letter.read`.",
  })
  liaisonLetters(
    @Arg('filter', () => LiaisonLetterFilterInput, { nullable: true, description: 'Which; all where nothing is said.' })
    filter: LiaisonLetterFilterInput | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return liaisonLettersPage(ctx, filter ?? {}, args);
  }

  @Query(() => LiaisonLetterType, {
    nullable: true,
    description: 'One letter. Needs `letter.read`. NOT_FOUND when it is unknown or not yours.',
  })
  liaisonLetter(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() ctx: RequestContext) {
    return found('liaison letter', liaisonLetterById(ctx).load(id));
  }

  @FieldResolver(() => String, { description: `What it is about, in a line; ${MASKED}.` })
  subject(@Root() letter: LiaisonLetterRow, @Ctx() ctx: RequestContext) {
    return letterWords(ctx, letter, letter.subject);
  }

  @FieldResolver(() => String, { description: `What cannot be solved, and why; ${MASKED}.` })
  matter(@Root() letter: LiaisonLetterRow, @Ctx() ctx: RequestContext) {
    return letterWords(ctx, letter, letter.matter);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: `What the centre would do; ${MASKED}. Null while a draft has none.`,
  })
  proposal(@Root() letter: LiaisonLetterRow, @Ctx() ctx: RequestContext) {
    return letterWordsOrNull(ctx, letter, letter.proposal);
  }

  @FieldResolver(() => String, { nullable: true, description: `What the owner said; ${MASKED}.` })
  feedback(@Root() letter: LiaisonLetterRow, @Ctx() ctx: RequestContext) {
    return letterWordsOrNull(ctx, letter, letter.feedback);
  }

  @FieldResolver(() => String, { nullable: true, description: `Why it was taken back; ${MASKED}.` })
  withdrawReason(@Root() letter: LiaisonLetterRow, @Ctx() ctx: RequestContext) {
    return letterWordsOrNull(ctx, letter, letter.withdrawReason);
  }

  @FieldResolver(() => [LiaisonAnswerType], { description: 'What the company answered, the first answer first.' })
  async answers(@Root() letter: LiaisonLetterRow, @Ctx() ctx: RequestContext) {
    return (await answersOfLetter(ctx).load(letter.id)).map((answer) => ({ ...answer, letter }));
  }

  @FieldResolver(() => EstateType, { nullable: true, description: 'Whose letter.' })
  estate(@Root() { estateId }: LiaisonLetterRow, @Ctx() ctx: RequestContext) {
    return estateById(ctx).load(estateId);
  }

  @FieldResolver(() => DepartmentType, { nullable: true, description: 'With which department it lies, or lay last.' })
  department(@Root() { departmentId }: LiaisonLetterRow, @Ctx() ctx: RequestContext) {
    return departmentId === null ? null : departmentById(ctx).load(departmentId);
  }

  @FieldResolver(() => TicketType, { nullable: true, description: 'The complaint or repair that it is about.' })
  ticket(@Root() { sourceKind, sourceId }: LiaisonLetterRow, @Ctx() ctx: RequestContext) {
    return sourceId === null || sourceKind === 'VISIT_SUMMARY' ? null : ticketById(ctx).load(sourceId);
  }

  @FieldResolver(() => VisitSummaryType, { nullable: true, description: 'The summary of visits that it is about.' })
  visitSummary(@Root() { sourceKind, sourceId }: LiaisonLetterRow, @Ctx() ctx: RequestContext) {
    return sourceId === null || sourceKind !== 'VISIT_SUMMARY' ? null : visitSummaryById(ctx).load(sourceId);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who drafted it.' })
  draftedBy(@Root() { draftedById }: LiaisonLetterRow, @Ctx() ctx: RequestContext) {
    return staffById(ctx).load(draftedById);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who sent it.' })
  sentBy(@Root() { sentById }: LiaisonLetterRow, @Ctx() ctx: RequestContext) {
    return sentById === null ? null : staffById(ctx).load(sentById);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who told the owner.' })
  closedBy(@Root() { closedById }: LiaisonLetterRow, @Ctx() ctx: RequestContext) {
    return closedById === null ? null : staffById(ctx).load(closedById);
  }
}

/** Where obligations show the letter about which something is owed. */
@Resolver(() => ObligationType)
export class ObligationLiaisonLetterResolver {
  @FieldResolver(() => LiaisonLetterType, {
    nullable: true,
    description: 'The letter that it is about, where it is one.',
  })
  liaisonLetter(@Root() { subjectKind, subjectId }: ObligationRow, @Ctx() ctx: RequestContext) {
    return subjectKind === 'LIAISON_LETTER' ? liaisonLetterById(ctx).load(subjectId) : null;
  }
}
