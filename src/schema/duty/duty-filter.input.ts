import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { Role } from '../../domain/identity/role.js';
import { RoleEnum } from '../identity/role.enum.js';
import { DateTime } from '../scalars.js';

/** Which duties a list shows. */
@InputType('DutyFilter', {
  description: 'Which duties a list shows; conditions hold together, and what is unknown or foreign finds nothing.',
})
export class DutyFilterInput {
  @Field(() => [ID], { nullable: true, description: 'Duties for these estates, those of the whole company included.' })
  @IsOptional()
  @ArrayMaxSize(1000, { message: 'must have at most 1000 items' })
  estateIds?: string[] | null;

  @Field(() => [RoleEnum], { nullable: true, description: 'Duties at these posts.' })
  posts?: Role[] | null;

  @Field(() => ID, { nullable: true, description: 'Duties of this member of staff.' })
  staffId?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Who is on duty at this instant.' })
  at?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Duties that last beyond this instant.' })
  from?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Duties that begin before this instant.' })
  to?: Date | null;
}
