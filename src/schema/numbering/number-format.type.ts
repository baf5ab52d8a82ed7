import { Field, ID, ObjectType } from 'type-graphql';
import type { FormatSource } from '../../domain/numbering/format-in-force.js';
import type { NumberSubject } from '../../domain/numbering/number-subject.js';
import { DateTime, LocalDate } from '../scalars.js';
import { NumberFormatSourceEnum } from './number-format-source.enum.js';
import { NumberSubjectEnum } from './number-subject.enum.js';

/** A format as it was set. */
@ObjectType('NumberFormatVersion', { simpleResolvers: true, description: 'A format as it was set, from a day on.' })
export class NumberFormatVersionType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => ID, { nullable: true, description: "The estate that it is for; null: the company's." })
  estateId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The format; null went back to the company's, or the product's.",
  })
  format!: string | null;

  @Field(() => LocalDate, { description: 'First day of whose things the numbers are written so.' })
  fromDay!: string;

  @Field(() => DateTime, { description: 'When it was set.' })
  createdAt!: Date;
}

/** How a subject is numbered. */
@ObjectType('NumberFormat', { simpleResolvers: true, description: 'How something is numbered on a day.' })
export class NumberFormatType {
  @Field(() => NumberSubjectEnum, { description: 'What is numbered.' })
  subject!: NumberSubject;

  @Field(() => String, {
    description: 'The format: text with `{estate}`, `{kind}`, `{yy}` or `{yyyy}`, `{mm}` and `{seq:5}`.',
  })
  format!: string;

  @Field(() => NumberFormatSourceEnum, { description: 'Who has set it.' })
  source!: FormatSource;

  @Field(() => String, { description: 'The 42nd number of that year, written so.' })
  example!: string;

  @Field(() => [NumberFormatVersionType], {
    description: 'All that the estate and the company have set, newest first, those of days ahead included.',
  })
  versions!: NumberFormatVersionType[];
}
