import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { LiaisonAnswerRow } from '../../loaders/liaison-letter/answers-of-letter.js';
import type { LiaisonLetterRow } from '../../loaders/liaison-letter/liaison-letter-by-id.js';
import { lettersOfSource } from '../../loaders/liaison-letter/letters-of-source.js';
import { departmentById } from '../../loaders/people/department-by-id.js';
import { staffById } from '../../loaders/people/staff-by-id.js';
import { LiaisonAnswerType } from '../../schema/liaison-letter/liaison-answer.type.js';
import { LiaisonLetterType } from '../../schema/liaison-letter/liaison-letter.type.js';
import { VisitSummaryType } from '../../schema/owner-visit/visit-summary.type.js';
import { DepartmentType } from '../../schema/people/department.type.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { TicketType } from '../../schema/ticket/ticket.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { letterWords, letterWordsOrNull } from './letter-words.js';

/** An answer with the letter that it answers. */
type AnswerOfLetter = LiaisonAnswerRow & { readonly letter: LiaisonLetterRow };

/** What the company answered: its words, and whose they are. */
@Resolver(() => LiaisonAnswerType)
export class LiaisonAnswerResolver {
  @FieldResolver(() => String, { description: 'The answer; masked as the words of its letter are (R-ORG-78).' })
  answer(@Root() { letter, answer }: AnswerOfLetter, @Ctx() ctx: RequestContext) {
    return letterWords(ctx, letter, answer);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why the centre could not do with it; masked alike. Null where it could.',
  })
  disputeReason(@Root() { letter, disputeReason }: AnswerOfLetter, @Ctx() ctx: RequestContext) {
    return letterWordsOrNull(ctx, letter, disputeReason);
  }

  @FieldResolver(() => DepartmentType, {
    nullable: true,
    description: 'The department that the letter lay with; null where the quality department answered by itself.',
  })
  department(@Root() { departmentId }: AnswerOfLetter, @Ctx() ctx: RequestContext) {
    return departmentId === null ? null : departmentById(ctx).load(departmentId);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who answered.' })
  answeredBy(@Root() { answeredById }: AnswerOfLetter, @Ctx() ctx: RequestContext) {
    return staffById(ctx).load(answeredById);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who said that it is not enough.' })
  disputedBy(@Root() { disputedById }: AnswerOfLetter, @Ctx() ctx: RequestContext) {
    return disputedById === null ? null : staffById(ctx).load(disputedById);
  }
}

/** Where tickets show the letters about them. */
@Resolver(() => TicketType)
export class TicketLiaisonLettersResolver {
  @FieldResolver(() => [LiaisonLetterType], {
    description: 'Work liaison letters about it (R-ESC-01), the first one first; none for residents.',
  })
  liaisonLetters(@Root() { id }: { readonly id: string }, @Ctx() ctx: RequestContext) {
    return lettersOfSource(ctx).load(id);
  }
}

/** Where summaries of visits show the letters about them. */
@Resolver(() => VisitSummaryType)
export class VisitSummaryLiaisonLettersResolver {
  @FieldResolver(() => [LiaisonLetterType], {
    description: 'Work liaison letters about it (R-VIS-20), the first one first.',
  })
  liaisonLetters(@Root() { id }: { readonly id: string }, @Ctx() ctx: RequestContext) {
    return lettersOfSource(ctx).load(id);
  }
}
