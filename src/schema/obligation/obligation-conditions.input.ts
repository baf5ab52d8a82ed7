import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { Role } from '../../domain/identity/role.js';
import type { ObligationKind } from '../../domain/obligation/obligation-kind.js';
import type { ObligationState } from '../../domain/obligation/obligation-state.js';
import { RoleEnum } from '../identity/role.enum.js';
import { ObligationKindEnum } from './obligation-kind.enum.js';
import { ObligationStateEnum } from './obligation-state.enum.js';

/** Conditions on obligations that lists and counts share. */
@InputType({ description: 'Conditions on obligations that lists and counts share.' })
export abstract class ObligationConditions {
  @Field(() => [ID], { nullable: true, description: 'Obligations on these estates, at most 1000.' })
  @IsOptional()
  @ArrayMaxSize(1000, { message: 'must have at most 1000 items' })
  estateIds?: string[] | null;

  @Field(() => [ObligationKindEnum], { nullable: true, description: 'Obligations of these kinds.' })
  kinds?: ObligationKind[] | null;

  @Field(() => [ObligationStateEnum], { nullable: true, description: 'Obligations that stand so.' })
  states?: ObligationState[] | null;

  @Field(() => ID, { nullable: true, description: 'What this member of staff owes by name.' })
  ownerId?: string | null;

  @Field(() => RoleEnum, { nullable: true, description: 'What this post owes.' })
  ownerPost?: Role | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: what the viewer owes, by name or by a post that the viewer holds on the estate.',
  })
  mine?: boolean | null;

  @Field(() => ID, {
    nullable: true,
    description: 'What is owed about this ticket, unit, customer, care mark or estate.',
  })
  subjectId?: string | null;
}
