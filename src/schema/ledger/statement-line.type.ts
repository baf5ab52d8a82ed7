import { Field, ID, ObjectType } from 'type-graphql';
import type { StatementLineKind } from '../../domain/ledger/statement-line-kind.js';
import { DateTime, LocalDate } from '../scalars.js';
import { StatementLineKindEnum } from './entry-kind.enum.js';

/** A line of a statement; its amounts, charge and payment are fields of the resolver. */
@ObjectType('StatementLine', { simpleResolvers: true, description: 'A line of a statement.' })
export class StatementLineType {
  @Field(() => ID, { description: 'The id of the charge, the payment or the entry that it shows.' })
  id!: string;

  @Field(() => StatementLineKindEnum, { description: 'What it is.' })
  kind!: StatementLineKind;

  @Field(() => Boolean, { description: 'Whether it takes another line back.' })
  isReversal!: boolean;

  @Field(() => LocalDate, { description: 'The day of the books that it belongs to.' })
  bookedDay!: string;

  @Field(() => DateTime, { description: 'When it was recorded.' })
  recordedAt!: Date;
}
