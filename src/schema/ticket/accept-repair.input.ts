import { Field, ID, InputType } from 'type-graphql';
import { TicketStepInput } from './ticket-step.input.js';

/** Takes a forwarded repair on (接单, R-RPR-05). */
@InputType({ description: 'Takes a forwarded repair on (接单, R-RPR-05).' })
export class AcceptRepairInput extends TicketStepInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The technician, who holds an Engineering role on the estate (R-RPR-02); absent, whoever accepts.',
  })
  technicianId?: string | null;
}
