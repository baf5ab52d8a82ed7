import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { ChargeKind } from '../../domain/charge/charge-kind.js';
import { ChargeKindEnum } from '../charge/charge-kind.enum.js';
import { Cursor, DateTime, LocalDate } from '../scalars.js';

/** A target as clients see it; amounts, the steward and the estate are fields of the resolver. */
@ObjectType('CollectionTarget', {
  simpleResolvers: true,
  description: 'What a steward, or an estate, is to collect in some months (收费指标, R-FEE-05).',
})
export class CollectionTargetType {
  @Field(() => ID, { description: 'Opaque id of this version.' })
  id!: string;

  @Field(() => ChargeKindEnum, { nullable: true, description: 'The kind; null for all but fines and late fees.' })
  kind!: ChargeKind | null;

  @Field(() => LocalDate, { description: 'The first month, by its first day.' })
  fromMonth!: string;

  @Field(() => LocalDate, { description: 'The first month that it is for no longer.' })
  untilMonth!: string;

  @Field(() => DateTime, { description: 'When it was set.' })
  setAt!: Date;

  @Field(() => Int, { description: 'Rises each time it is set; give it back as `expectedVersion`.' })
  version!: number;
}

/** A target after a command. */
@ObjectType('CollectionTargetPayload', { description: 'A target after a command.' })
export class CollectionTargetPayloadType {
  @Field(() => CollectionTargetType, { description: 'The target as it stands now.' })
  target!: CollectionTargetType;

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}
