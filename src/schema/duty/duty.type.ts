import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Role } from '../../domain/identity/role.js';
import { RoleEnum } from '../identity/role.enum.js';
import { DateTime } from '../scalars.js';

/** A duty as clients see it; person and estate are fields of the resolver. */
@ObjectType('Duty', {
  simpleResolvers: true,
  description: 'That somebody stands at a post (值班) from an instant until before another (D-11).',
})
export class DutyType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => RoleEnum, { description: 'The post.' })
  post!: Role;

  @Field(() => DateTime, { description: 'When it begins.' })
  fromAt!: Date;

  @Field(() => DateTime, { description: 'The first instant that no longer belongs to it.' })
  untilAt!: Date;

  @Field(() => Int, { description: 'Rises with every change; give it back as `expectedVersion`.' })
  version!: number;
}
