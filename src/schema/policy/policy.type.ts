import { Field, Int, ObjectType } from 'type-graphql';
import { Json, LocalDate } from '../scalars.js';
import { PolicySourceEnum } from './policy-source.enum.js';

/** A policy as it holds on a day. */
@ObjectType('Policy', {
  simpleResolvers: true,
  description: 'A rule of the house that a company sets for itself, as it holds on a day for an estate or the company.',
})
export class PolicyType {
  @Field(() => String, { description: 'Under which it is known: `P-18`, `Q-16`, `D-08`.' })
  key!: string;

  @Field(() => String, { description: 'What it decides.' })
  title!: string;

  @Field(() => String, { description: 'What it decides, in Chinese.' })
  titleZh!: string;

  @Field(() => [String], { description: 'Rules that go by it.' })
  rules!: readonly string[];

  @Field(() => Json, {
    description:
      'The form of its value, to build an input from: `kind` (INTEGER, DECIMAL, BOOLEAN, TIME, MONTH_DAY, DAY_WINDOWS, WEEKLY_HOURS, TEXT, ENUM, SET, LIST, NULLABLE, TEXT_BY_NAME, FIELDS) with its bounds, options or parts.',
  })
  shape!: unknown;

  @Field(() => Json, { description: 'What holds where nobody has set anything.' })
  defaultValue!: unknown;

  @Field(() => LocalDate, { description: 'The day that it is told for.' })
  on!: string;

  @Field(() => Json, { description: 'What holds on that day.' })
  value!: unknown;

  @Field(() => PolicySourceEnum, { description: 'Who has set the value.' })
  source!: 'DEFAULT' | 'COMPANY' | 'ESTATE';

  @Field(() => Int, { nullable: true, description: 'The version that holds, on its own level; null for the default.' })
  version!: number | null;

  @Field(() => LocalDate, { nullable: true, description: 'Since when it holds; null for the default.' })
  effectiveFrom!: string | null;

  @Field(() => Boolean, { description: 'Whether estates may differ from the company on that day.' })
  estatesMayDiffer!: boolean;

  @Field(() => Int, {
    description:
      'The last version on the level that was asked for, also one that takes effect later; 0 for none. Give it back as `expectedVersion`.',
  })
  lastVersion!: number;
}
