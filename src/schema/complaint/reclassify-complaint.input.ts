import { IsOptional, Max, Min } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import type { ComplaintClass, MajorGround } from '../../domain/complaint/complaint-class.js';
import { TextField } from '../text-field.js';
import { TicketStepInput } from '../ticket/ticket-step.input.js';
import { ComplaintClassEnum } from './complaint-class.enum.js';
import { MOST_CONTACTS } from './lodge-complaint.input.js';
import { MajorGroundEnum } from './major-ground.enum.js';

/** Another class, and why. */
@InputType({ description: 'Gives a complaint another class, up or down (R-CMP-14, D-02).' })
export class ReclassifyComplaintInput extends TicketStepInput {
  @Field(() => ComplaintClassEnum, { description: 'The class that it is to have.' })
  class!: ComplaintClass;

  @Field(() => MajorGroundEnum, { nullable: true, description: 'Of MAJOR, and of it only: its ground.' })
  ground?: MajorGround | null;

  @Field(() => Int, { nullable: true, description: 'Contacts about the matter so far, where more are known (D-02).' })
  @IsOptional()
  @Min(1, { message: 'must be at least 1' })
  @Max(MOST_CONTACTS, { message: `must be at most ${MOST_CONTACTS}` })
  contacts?: number | null;

  @TextField({ max: 1000, multiline: true, description: 'Why; for staff.' })
  reason!: string;
}
