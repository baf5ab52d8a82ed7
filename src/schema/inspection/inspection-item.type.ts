import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { InspectedKind, InspectionOutcome } from '../../domain/inspection/inspection-kind.js';
import { DateTime } from '../scalars.js';
import { InspectedKindEnum, InspectionOutcomeEnum } from './inspection.enums.js';

/** Something that is looked at; ticket, visit and people are fields of the resolver. */
@ObjectType('InspectionItem', {
  simpleResolvers: true,
  description: 'Something that an inspection looks at: a record that was drawn, or a point of a checklist.',
})
export class InspectionItemType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => Int, { description: 'Its place: 1, 2, 3 …' })
  position!: number;

  @Field(() => InspectedKindEnum, { description: 'What it is.' })
  kind!: InspectedKind;

  @Field(() => String, { description: 'The part of the records that it was drawn from; empty on site.' })
  stratum!: string;

  @Field(() => String, { nullable: true, description: 'The point of the checklist; null for what was drawn.' })
  point!: string | null;

  @Field(() => Boolean, {
    description: 'Whether a callback that reached the customer stood in the record when it was drawn.',
  })
  calledBack!: boolean;

  @Field(() => InspectionOutcomeEnum, { nullable: true, description: 'What the look gave; null until then.' })
  outcome!: InspectionOutcome | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether there was a callback, or the visit took place, by the word of the customer.',
  })
  happened!: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the ticket is solved, by the word of the customer.' })
  solved!: boolean | null;

  @Field(() => String, { nullable: true, description: 'What was seen or heard.' })
  note!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was looked at.' })
  checkedAt!: Date | null;

  @Field(() => Int, { description: 'Rises with every change; give it back as `expectedVersion`.' })
  version!: number;
}
