import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { Role } from '../../domain/identity/role.js';
import { CommandFields } from '../command-fields.js';
import { RoleEnum } from '../identity/role.enum.js';
import { DateTime } from '../scalars.js';

/** Who is to stand at a post, where and when. */
@InputType('PlanDutyInput', { description: 'Who is to stand at a post, where and when (D-11).' })
export class PlanDutyInput extends CommandFields {
  @Field(() => ID, { description: 'The member of staff, who holds the post on each of the estates.' })
  staffId!: string;

  @Field(() => RoleEnum, { description: 'The post.' })
  post!: Role;

  @Field(() => [ID], {
    nullable: true,
    description: 'The estates, a duty for each, 1 to 100; all of the company where nothing is said.',
  })
  @IsOptional()
  @ArrayMaxSize(100, { message: 'must have at most 100 items' })
  estateIds?: string[] | null;

  @Field(() => DateTime, { description: 'When it begins: 31 days back to 366 days ahead.' })
  fromAt!: Date;

  @Field(() => DateTime, {
    description: 'The first instant that no longer belongs to it, at most 31 days later; it may lie behind a midnight.',
  })
  untilAt!: Date;
}
