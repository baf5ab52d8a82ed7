import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { liaisonLetterById } from '../../loaders/liaison-letter/liaison-letter-by-id.js';
import { LiaisonLetterPayloadType } from '../../schema/liaison-letter/liaison-letter-payload.type.js';
import {
  AnswerLiaisonLetterInput,
  CloseLiaisonLetterInput,
  DisputeLiaisonAnswerInput,
  PassLiaisonLetterInput,
  ReviseLiaisonLetterInput,
  SendLiaisonLetterInput,
  WithdrawLiaisonLetterInput,
} from '../../schema/liaison-letter/liaison-letter-step.input.js';
import { DraftLiaisonLetterInput } from '../../schema/liaison-letter/liaison-letter-words.input.js';
import { answerLiaisonLetter } from '../../services/liaison-letter/answer-liaison-letter.js';
import { closeLiaisonLetter } from '../../services/liaison-letter/close-liaison-letter.js';
import { disputeLiaisonAnswer } from '../../services/liaison-letter/dispute-liaison-answer.js';
import { draftLiaisonLetter } from '../../services/liaison-letter/draft-liaison-letter.js';
import { passLiaisonLetter } from '../../services/liaison-letter/pass-liaison-letter.js';
import { reviseLiaisonLetter } from '../../services/liaison-letter/revise-liaison-letter.js';
import { sendLiaisonLetter } from '../../services/liaison-letter/send-liaison-letter.js';
import { withdrawLiaisonLetter } from '../../services/liaison-letter/withdraw-liaison-letter.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';
import { found } from '../found.js';

/** What changes about liaison letters. */
@Resolver()
export class LiaisonLetterCommandsResolver {
  @Mutation(() => LiaisonLetterPayloadType, {
    nullable: true,
    description:
      'Writes down what the centre cannot solve, and what it would do; it has a number of its estate and year (R-ESC-01). Needs `letter.draft` on the estate.',
  })
  async draftLiaisonLetter(
    @Arg('input', () => DraftLiaisonLetterInput, { description: 'What it is about.' }) input: DraftLiaisonLetterInput,
    @Ctx() ctx: RequestContext,
  ) {
    return answer(ctx, await command(ctx, draftLiaisonLetter, input));
  }

  @Mutation(() => LiaisonLetterPayloadType, {
    nullable: true,
    description: 'Words a draft anew. Needs `letter.draft` on its estate.',
  })
  async reviseLiaisonLetter(
    @Arg('input', () => ReviseLiaisonLetterInput, { description: 'Which one, and its words.' })
    input: ReviseLiaisonLetterInput,
    @Ctx() ctx: RequestContext,
  ) {
    return answer(ctx, await command(ctx, reviseLiaisonLetter, input));
  }

  @Mutation(() => LiaisonLetterPayloadType, {
    nullable: true,
    description:
      'Sends it to the quality department, the one window at head office, which owes an answer within the days of Q-27 (R-ESC-02). RULE_REFUSED R-ESC-01 without a proposal. Needs `letter.send` on its estate.',
  })
  async sendLiaisonLetter(
    @Arg('input', () => SendLiaisonLetterInput, { description: 'Which one.' }) input: SendLiaisonLetterInput,
    @Ctx() ctx: RequestContext,
  ) {
    return answer(ctx, await command(ctx, sendLiaisonLetter, input));
  }

  @Mutation(() => LiaisonLetterPayloadType, {
    nullable: true,
    description:
      'Passes it to a department of the company; the window goes on owing the answer by the same day (R-ESC-04). Needs `letter.pass` on its estate.',
  })
  async passLiaisonLetter(
    @Arg('input', () => PassLiaisonLetterInput, { description: 'Which one, and to whom.' })
    input: PassLiaisonLetterInput,
    @Ctx() ctx: RequestContext,
  ) {
    return answer(ctx, await command(ctx, passLiaisonLetter, input));
  }

  @Mutation(() => LiaisonLetterPayloadType, {
    nullable: true,
    description:
      'Answers it for the company: the window, or the department to which it was passed (R-ESC-03, R-ESC-04). Needs `letter.answer` on its estate.',
  })
  async answerLiaisonLetter(
    @Arg('input', () => AnswerLiaisonLetterInput, { description: 'Which one, and the answer.' })
    input: AnswerLiaisonLetterInput,
    @Ctx() ctx: RequestContext,
  ) {
    return answer(ctx, await command(ctx, answerLiaisonLetter, input));
  }

  @Mutation(() => LiaisonLetterPayloadType, {
    nullable: true,
    description:
      'Says that the centre cannot do with the answer; another one is owed, and that is counted (R-ESC-03). Needs `letter.send` on its estate.',
  })
  async disputeLiaisonAnswer(
    @Arg('input', () => DisputeLiaisonAnswerInput, { description: 'Which letter, and why.' })
    input: DisputeLiaisonAnswerInput,
    @Ctx() ctx: RequestContext,
  ) {
    return answer(ctx, await command(ctx, disputeLiaisonAnswer, input));
  }

  @Mutation(() => LiaisonLetterPayloadType, {
    nullable: true,
    description:
      'Says how the owner was told of the answer, and closes it (R-ORG-17). Needs `letter.draft` on its estate.',
  })
  async closeLiaisonLetter(
    @Arg('input', () => CloseLiaisonLetterInput, { description: 'Which one, and how the owner was told.' })
    input: CloseLiaisonLetterInput,
    @Ctx() ctx: RequestContext,
  ) {
    return answer(ctx, await command(ctx, closeLiaisonLetter, input));
  }

  @Mutation(() => LiaisonLetterPayloadType, {
    nullable: true,
    description: 'Takes it back before it is answered, with a reason. Needs `letter.send` on its estate.',
  })
  async withdrawLiaisonLetter(
    @Arg('input', () => WithdrawLiaisonLetterInput, { description: 'Which one, and why.' })
    input: WithdrawLiaisonLetterInput,
    @Ctx() ctx: RequestContext,
  ) {
    return answer(ctx, await command(ctx, withdrawLiaisonLetter, input));
  }
}

/** The letter as it stands after a command. */
async function answer<D extends { readonly letterId: string }>(ctx: RequestContext, done: D) {
  return { ...done, liaisonLetter: await found('liaison letter', liaisonLetterById(ctx).load(done.letterId)) };
}
