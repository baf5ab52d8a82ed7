import { Field, Int, ObjectType } from 'type-graphql';
import type { ObligationKind } from '../../domain/obligation/obligation-kind.js';
import type { ObligationState } from '../../domain/obligation/obligation-state.js';
import { ObligationKindEnum } from './obligation-kind.enum.js';
import { ObligationStateEnum } from './obligation-state.enum.js';

/** How many obligations of a kind stand so. */
@ObjectType('ObligationCount', { simpleResolvers: true, description: 'How many obligations of a kind stand so.' })
export class ObligationCountType {
  @Field(() => ObligationKindEnum, { description: 'The kind.' })
  kind!: ObligationKind;

  @Field(() => ObligationStateEnum, { description: 'How they stand.' })
  state!: ObligationState;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}
