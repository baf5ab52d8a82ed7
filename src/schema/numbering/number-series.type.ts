import { Field, Int, ObjectType } from 'type-graphql';
import type { NumberSubject } from '../../domain/numbering/number-subject.js';
import { NumberSubjectEnum } from './number-subject.enum.js';

/** Counts that are held by nothing. */
@ObjectType('MissingNumbers', {
  simpleResolvers: true,
  description:
    'Counts that were drawn and that nothing holds. A number is drawn and written at once, and what is called off keeps its own: these were removed behind the program, or the counter was set by hand.',
})
export class MissingNumbersType {
  @Field(() => Int, { description: 'The first of them.' })
  from!: number;

  @Field(() => Int, { description: 'The last of them.' })
  to!: number;
}

/** What became of the numbers of a series. */
@ObjectType('NumberSeries', {
  simpleResolvers: true,
  description: 'The numbers of one estate, subject and year, checked against what holds them.',
})
export class NumberSeriesType {
  @Field(() => NumberSubjectEnum, { description: 'What is numbered.' })
  subject!: NumberSubject;

  @Field(() => Int, { description: 'The local year.' })
  year!: number;

  @Field(() => Int, { description: 'The last count that was drawn.' })
  drawn!: number;

  @Field(() => Int, { description: 'How many things hold one of these numbers; without a gap the same as `drawn`.' })
  held!: number;

  @Field(() => Int, { description: 'Of those, how many were called off: they keep their number.' })
  cancelled!: number;

  @Field(() => String, { nullable: true, description: 'The first number, as written; null where nothing holds one.' })
  first!: string | null;

  @Field(() => String, { nullable: true, description: 'The last number, as written; null where nothing holds one.' })
  last!: string | null;

  @Field(() => [MissingNumbersType], { description: 'What is missing, at most the first 100 gaps.' })
  missing!: MissingNumbersType[];
}
