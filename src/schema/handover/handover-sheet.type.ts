import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { HandoverState } from '../../domain/handover/handover-state.js';
import { DateTime } from '../scalars.js';
import { HandoverStateEnum } from './handover-state.enum.js';

/** A sheet as clients see it; sums, words, people and lines are fields of the resolver. */
@ObjectType('HandoverSheet', {
  simpleResolvers: true,
  description:
    'What a cashier has taken in a shift and hands over (收入交接表): everything since the sheet before, whatever the day (R-CSH-01, D-20).',
})
export class HandoverSheetType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => HandoverStateEnum, { description: 'How far the money has come.' })
  state!: HandoverState;

  @Field(() => DateTime, { description: 'When it was filled in.' })
  filledAt!: Date;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'By when it was to be filled in: half an hour before the desk closed (R-CSH-01); null where it never closes.',
  })
  dueAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When the cash was banked directly (R-CSH-02).' })
  bankedAt!: Date | null;

  @Field(() => String, { nullable: true, description: "The number of the bank's slip." })
  bankReference!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When the treasurer has taken it over.' })
  handedOverAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When the accountant has compared it.' })
  reconciledAt!: Date | null;

  @Field(() => Int, { description: 'Rises with every change; give it back as `expectedVersion`.' })
  version!: number;
}
