import { Field, ObjectType } from 'type-graphql';
import type { ComplaintClass } from '../../domain/complaint/complaint-class.js';
import type { ComplaintStage } from '../../domain/complaint/complaint-stage.js';
import { DateTime } from '../scalars.js';
import { TicketType } from '../ticket/ticket.type.js';
import { ComplaintClassEnum } from './complaint-class.enum.js';
import { ComplaintStageEnum } from './complaint-stage.enum.js';

/** A complaint as clients see it; its department and its handling part are fields of the resolver. */
@ObjectType('Complaint', {
  implements: TicketType,
  simpleResolvers: true,
  description: 'A complaint (投诉): a ticket of kind COMPLAINT.',
})
export class ComplaintType extends TicketType {
  @Field(() => ComplaintStageEnum, { description: 'Where it stands in the life of a complaint.' })
  stage!: ComplaintStage;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the customer was promised to hear next (R-CMP-24); null where no promise is open.',
  })
  nextReplyDueAt!: Date | null;

  @Field(() => ComplaintClassEnum, { description: 'How grave it is at present (R-CMP-12, R-CMP-14).' })
  class!: ComplaintClass;
}
