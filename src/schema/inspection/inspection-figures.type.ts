import { Field, Int, ObjectType } from 'type-graphql';

/** What inspections gave in numbers; the rates are fields of the resolver. */
@ObjectType('InspectionFigures', {
  description: 'What published inspections gave, in numbers; a rate is a ratio of them.',
})
export class InspectionFiguresType {
  @Field(() => Int, { description: 'Looked at, reached or not.' })
  checked!: number;

  @Field(() => Int, { description: 'Customers who were reached, and points that were judged.' })
  judged!: number;

  @Field(() => Int, { description: 'Of those without fault.' })
  passed!: number;

  @Field(() => Int, { description: 'Tickets with a recorded callback whose customer was reached.' })
  callbacksAsked!: number;

  @Field(() => Int, { description: 'Of those whose customer was not called back.' })
  falseCallbacks!: number;

  @Field(() => Int, { description: 'Closed tickets whose customer was reached.' })
  closuresAsked!: number;

  @Field(() => Int, { description: 'Of those that are not solved.' })
  falseClosures!: number;
}

/** What published inspections of an estate gave together; estate and figures are fields of the resolver. */
@ObjectType('InspectionRates', { description: 'What the published inspections of an estate gave together.' })
export class InspectionRatesType {
  @Field(() => Int, { description: 'How many inspections.' })
  inspections!: number;

  @Field(() => Int, { description: 'What they found to be wrong.' })
  findings!: number;

  @Field(() => Int, { description: 'Of those found before within a year.' })
  repeated!: number;
}
