import { Field, ObjectType } from 'type-graphql';
import type { ServiceStage } from '../../domain/service/service-life.js';
import { TicketType } from '../ticket/ticket.type.js';
import { ServiceStageEnum } from './service-stage.enum.js';

/** A service request as clients see it. */
@ObjectType('ServiceRequest', {
  implements: TicketType,
  simpleResolvers: true,
  description: 'A service request (服务申请): a ticket of kind SERVICE_REQUEST.',
})
export class ServiceRequestType extends TicketType {
  @Field(() => ServiceStageEnum, { description: 'Where it stands in the life of a service request.' })
  stage!: ServiceStage;
}
