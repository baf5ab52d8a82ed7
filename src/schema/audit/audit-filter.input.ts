import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { DateTime } from '../scalars.js';
import { TextField } from '../text-field.js';

/** Which part of the trail is shown. */
@InputType('AuditFilter', {
  description: 'Which entries are shown; conditions hold together, and what is unknown or foreign finds nothing.',
})
export class AuditFilterInput {
  @TextField({ max: 64, nullable: true, description: 'Only about this kind of thing: `ticket`, `customer`, ….' })
  subjectKind?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only about this thing.' })
  subjectId?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Only on these estates.' })
  @IsOptional()
  @ArrayMaxSize(1000, { message: 'must have at most 1000 items' })
  estateIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Only what this member of staff did.' })
  actorId?: string | null;

  @TextField({ max: 64, nullable: true, description: 'Only types that begin so: `ticket.`, `identity.ROLE`, ….' })
  typePrefix?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Only what was recorded at or after this instant.' })
  recordedFrom?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Only what was recorded before this instant.' })
  recordedTo?: Date | null;
}
