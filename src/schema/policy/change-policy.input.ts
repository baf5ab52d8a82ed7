import { IsOptional, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { CommandFields } from '../command-fields.js';
import { Json, LocalDate } from '../scalars.js';
import { TextField } from '../text-field.js';

/** What somebody wants a policy to be from a day on. */
@InputType({ description: 'What somebody wants a policy to be from a day on.' })
export abstract class PolicyChangeFields extends CommandFields {
  @Field(() => LocalDate, {
    description: 'The first day on which it holds; today or ahead, never in the past (R-MET-09).',
  })
  effectiveFrom!: string;

  @Field(() => Json, {
    nullable: true,
    description: 'The value, in the form of the policy’s `shape`; INVALID_INPUT with the path into it otherwise.',
  })
  value?: unknown;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Instead of a value: true gives up what was set on this level, so that the level above decides again.',
  })
  giveUp?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'For the company only: whether estates may differ while this holds; true where nothing is said.',
  })
  estatesMayOverride?: boolean | null;

  @TextField({ max: 500, multiline: true, description: 'Why.' })
  reason!: string;
}

/** A policy that is changed by one person's word. */
@InputType('ChangePolicyInput', { description: 'A policy that is changed from a day on by one person’s word.' })
export class ChangePolicyInput extends PolicyChangeFields {
  @TextField({ max: 20, description: 'The policy: `P-18`.' })
  key!: string;

  @Field(() => ID, { nullable: true, description: 'The estate that it is for; the company where nothing is said.' })
  estateId?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The `lastVersion` that the user has seen, 0 for none; CONFLICT when it is no longer the last.',
  })
  @IsOptional()
  @Min(0, { message: 'must not be negative' })
  expectedVersion?: number | null;
}
