import { Field, ID, ObjectType } from 'type-graphql';
import type { UnitUse } from '../../domain/place/unit-use.js';
import { LocalDate } from '../scalars.js';
import { UnitUseEnum } from './unit-use.enum.js';

/** A unit as clients see it. */
@ObjectType('Unit', { description: 'A unit (房屋) of a building: what is owned, let, charged and repaired.' })
export class UnitType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { description: 'Code, unique within the building.' })
  code!: string;

  @Field(() => UnitUseEnum, { description: 'What it is used as.' })
  use!: UnitUse;

  @Field(() => LocalDate, {
    nullable: true,
    description:
      'When the developer delivered it (交付), from which its warranty runs (D-05); null where nobody has said.',
  })
  deliveredOn!: string | null;
}
