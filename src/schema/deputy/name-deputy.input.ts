import { Field, ID, InputType } from 'type-graphql';
import type { Role } from '../../domain/identity/role.js';
import { CommandFields } from '../command-fields.js';
import { RoleEnum } from '../identity/role.enum.js';
import { LocalDate } from '../scalars.js';

/** Who stands in for whom. */
@InputType('NameDeputyInput', { description: 'Who stands in for whom, in which post, and when (Q-43).' })
export class NameDeputyInput extends CommandFields {
  @Field(() => ID, { description: 'The member of staff who is absent and holds the post.' })
  absentId!: string;

  @Field(() => RoleEnum, { description: 'The post.' })
  role!: Role;

  @Field(() => ID, {
    nullable: true,
    description: 'The estate; where nothing is said, a post over all of the company.',
  })
  estateId?: string | null;

  @Field(() => ID, { description: 'The member of staff who stands in and works there too.' })
  deputyId!: string;

  @Field(() => LocalDate, { description: 'The first day, today or ahead.' })
  fromDay!: string;

  @Field(() => LocalDate, { description: 'The first day that no longer belongs to it.' })
  untilDay!: string;
}
