import { Field, ObjectType } from 'type-graphql';
import type { SuggestionStage } from '../../domain/suggestion/suggestion-life.js';
import { TicketType } from '../ticket/ticket.type.js';
import { SuggestionStageEnum } from './suggestion-stage.enum.js';

/** A suggestion as clients see it. */
@ObjectType('Suggestion', {
  implements: TicketType,
  simpleResolvers: true,
  description: 'A suggestion (建议): a ticket of kind SUGGESTION.',
})
export class SuggestionType extends TicketType {
  @Field(() => SuggestionStageEnum, { description: 'Where it stands in the life of a suggestion.' })
  stage!: SuggestionStage;
}
