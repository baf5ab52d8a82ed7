import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { ChargeKind } from '../../domain/charge/charge-kind.js';
import type { ChargeSource } from '../../domain/charge/charge-source.js';
import { DateTime, LocalDate } from '../scalars.js';
import { ChargeKindEnum } from './charge-kind.enum.js';
import { ChargeSourceEnum } from './charge-source.enum.js';

/** A charge as clients see it; amounts, places, people and entries are fields of the resolver. */
@ObjectType('Charge', {
  simpleResolvers: true,
  description:
    'What a payer owes for something, as billed (收费): it never changes, what is open of it does (R-FEE-11).',
})
export class ChargeType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => ChargeKindEnum, { description: 'What it is for.' })
  kind!: ChargeKind;

  @Field(() => ChargeSourceEnum, { description: 'Where it comes from.' })
  source!: ChargeSource;

  @Field(() => String, { nullable: true, description: 'The tariff by which a bill run has charged it.' })
  tariffCode!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was taken back; null while it stands.' })
  cancelledAt!: Date | null;

  @Field(() => LocalDate, { description: 'The first day that it is for.' })
  fromDay!: string;

  @Field(() => LocalDate, {
    description: 'The first day that it is for no longer; in the same calendar month, or the first of the next (D-21).',
  })
  untilDay!: string;

  @Field(() => LocalDate, { description: 'The last day on which payment is in time.' })
  dueDay!: string;

  @Field(() => LocalDate, { description: 'The day of the books that it belongs to.' })
  bookedDay!: string;

  @Field(() => DateTime, { description: 'When it was recorded.' })
  recordedAt!: Date;

  @Field(() => Int, { description: 'Rises with every entry on it; give it back as `expectedVersion`.' })
  version!: number;
}
