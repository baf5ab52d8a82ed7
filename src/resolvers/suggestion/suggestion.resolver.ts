import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { RecordSuggestionInput } from '../../schema/suggestion/record-suggestion.input.js';
import { SetImprovementMeasureInput } from '../../schema/suggestion/set-improvement-measure.input.js';
import { SuggestionType } from '../../schema/suggestion/suggestion.type.js';
import { TicketPayloadType } from '../../schema/ticket/ticket-payload.type.js';
import { recordSuggestion } from '../../services/suggestion/record-suggestion.js';
import { setImprovementMeasure } from '../../services/suggestion/set-improvement-measure.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';

/** Suggestions: their own verbs. */
@Resolver(() => SuggestionType)
export class SuggestionResolver {
  @Mutation(() => TicketPayloadType, {
    nullable: true,
    description:
      'Takes a suggestion down (R-REC-09). Needs `request.take` on the estate; residents suggest for units that they hold.',
  })
  recordSuggestion(
    @Arg('input', () => RecordSuggestionInput, { description: 'What is suggested.' }) input: RecordSuggestionInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, recordSuggestion, input);
  }

  @Mutation(() => TicketPayloadType, {
    nullable: true,
    description: 'Sets an improvement measure for a suggestion (R-DSP-17). Needs `suggestion.improve` on the estate.',
  })
  setImprovementMeasure(
    @Arg('input', () => SetImprovementMeasureInput, { description: 'Which suggestion, and what is done.' })
    input: SetImprovementMeasureInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, setImprovementMeasure, input);
  }
}
