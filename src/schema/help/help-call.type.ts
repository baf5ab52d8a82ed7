import { Field, ObjectType } from 'type-graphql';
import type { HelpStage } from '../../domain/help/help-life.js';
import { TicketType } from '../ticket/ticket.type.js';
import { HelpCallStageEnum } from './help-call-stage.enum.js';

/** A call for help as clients see it. */
@ObjectType('HelpCall', {
  implements: TicketType,
  simpleResolvers: true,
  description: 'A call for help (报警求助): a ticket of kind HELP_CALL.',
})
export class HelpCallType extends TicketType {
  @Field(() => HelpCallStageEnum, { description: 'Where it stands in the life of a call for help.' })
  stage!: HelpStage;
}
