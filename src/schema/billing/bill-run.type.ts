import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { RunStage } from '../../domain/run-life.js';
import { DateTime, LocalDate } from '../scalars.js';
import { BillRunStageEnum } from './billing.enums.js';

/** A bill run; its amount, estate, and what it has skipped are fields of the resolver. */
@ObjectType('BillRun', {
  simpleResolvers: true,
  description:
    'The billing of an estate for some months (批量出账): counted first, then confirmed; it goes on where it stood.',
})
export class BillRunType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => LocalDate, { description: 'First day of the first month.' })
  fromMonth!: string;

  @Field(() => Int, { description: 'How many months, each on lines of its own (D-21).' })
  months!: number;

  @Field(() => [String], { description: 'By which tariffs; empty: all of the estate.' })
  tariffCodes!: readonly string[];

  @Field(() => BillRunStageEnum, { description: 'Where it stands.' })
  stage!: RunStage;

  @Field(() => Int, { description: 'How many units the estate had when it began.' })
  unitsTotal!: number;

  @Field(() => Int, { description: 'How many were dealt with in this stage.' })
  unitsDone!: number;

  @Field(() => Int, { description: 'How many charges: counted in a preview, written in a run.' })
  lines!: number;

  @Field(() => Int, { description: 'How often a unit was skipped; `skips` say why.' })
  skipped!: number;

  @Field(() => DateTime, { description: 'When it was begun.' })
  startedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was done or called off.' })
  finishedAt!: Date | null;

  @Field(() => Int, { description: 'Rises with every chunk; give it back as `expectedVersion`.' })
  version!: number;
}
