import { Field, ObjectType } from 'type-graphql';
import type { EnquiryStage } from '../../domain/enquiry/enquiry-life.js';
import { TicketType } from '../ticket/ticket.type.js';
import { EnquiryStageEnum } from './enquiry-stage.enum.js';

/** An enquiry as clients see it. */
@ObjectType('Enquiry', {
  implements: TicketType,
  simpleResolvers: true,
  description: 'An enquiry (咨询): a ticket of kind ENQUIRY.',
})
export class EnquiryType extends TicketType {
  @Field(() => EnquiryStageEnum, { description: 'Where it stands in the life of an enquiry.' })
  stage!: EnquiryStage;
}
