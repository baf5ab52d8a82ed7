import { Field, Int, ObjectType } from 'type-graphql';

/** How an estate has dunned; the estate is a field of the resolver. */
@ObjectType('DunningFigures', {
  simpleResolvers: true,
  description: 'How an estate has dunned in a period, counted by when it took place.',
})
export class DunningFiguresType {
  @Field(() => Int, { description: 'Visits.' })
  visits!: number;

  @Field(() => Int, { description: 'Visits by a team that was large enough (M-DUN-02).' })
  visitsByTeam!: number;

  @Field(() => Int, { description: 'Visits in the evening or at a weekend (M-DUN-03).' })
  visitsInHours!: number;

  @Field(() => Int, { description: 'Visits in quiet hours (D-03).' })
  visitsInQuietHours!: number;

  @Field(() => Int, { description: 'Visits before the months were over (R-DUN-04).' })
  visitsTooEarly!: number;

  @Field(() => Int, { description: 'Calls.' })
  calls!: number;

  @Field(() => Int, { description: 'Calls that left something out (R-DUN-03).' })
  callsIncomplete!: number;

  @Field(() => Int, { description: 'Steps of any kind that were taken although dunning was stopped (D-13).' })
  whileStopped!: number;
}
