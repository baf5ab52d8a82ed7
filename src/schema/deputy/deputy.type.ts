import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Role } from '../../domain/identity/role.js';
import { RoleEnum } from '../identity/role.enum.js';
import { LocalDate } from '../scalars.js';

/** That somebody stands in for an absent person. */
@ObjectType('Deputy', {
  simpleResolvers: true,
  description:
    'That a member of staff stands in for an absent one in approvals, from a day on and until before another (Q-43).',
})
export class DeputyType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => RoleEnum, { description: 'The post.' })
  role!: Role;

  @Field(() => LocalDate, { description: 'The first day.' })
  fromDay!: string;

  @Field(() => LocalDate, { description: 'The first day that no longer belongs to it.' })
  untilDay!: string;

  @Field(() => Int, { description: 'Rises with every change; give it back as `expectedVersion`.' })
  version!: number;
}
