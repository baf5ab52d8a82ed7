import { Field, ObjectType } from 'type-graphql';
import { DateTime } from '../scalars.js';

/** A spot-check as clients see it; who checked is a field of the resolver. */
@ObjectType('VisitCheck', { simpleResolvers: true, description: 'What a spot-check of a visit found (R-VIS-25).' })
export class VisitCheckType {
  @Field(() => Boolean, { description: 'The customer confirms the visit.' })
  tookPlace!: boolean;

  @Field(() => Boolean, { description: 'The record says what the customer said.' })
  accurate!: boolean;

  @Field(() => Boolean, { description: 'The visitor wore uniform and work pass (R-VIS-21).' })
  inUniform!: boolean;

  @Field(() => Boolean, { description: 'The talk kept to the work (R-VIS-22).' })
  keptToTheMatter!: boolean;

  @Field(() => String, { nullable: true, description: 'What was found, where something was.' })
  finding!: string | null;

  @Field(() => DateTime, { description: 'When it was checked.' })
  checkedAt!: Date;
}
