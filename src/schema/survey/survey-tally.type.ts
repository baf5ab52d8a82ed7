import { Field, Int, ObjectType } from 'type-graphql';
import { ShareType } from './share.type.js';

/** What a round counts. */
@ObjectType('SurveyTally', {
  simpleResolvers: true,
  description: 'What a round counts: how many, never who (D-29).',
})
export class SurveyTallyType {
  @Field(() => Int, { description: 'Occupied households as the forms went out (D-28).' })
  households!: number;

  @Field(() => Int, { description: 'Forms that went out, one a household.' })
  issued!: number;

  @Field(() => Int, { description: 'Of these those that did not reach their household.' })
  undeliverable!: number;

  @Field(() => Int, {
    description: 'Valid forms that came back, telephone interviews not among them; one a household.',
  })
  returned!: number;

  @Field(() => Int, { description: 'Of these through the link of the household.' })
  byLink!: number;

  @Field(() => Int, { description: 'Of these by a resident who was signed in.' })
  byApp!: number;

  @Field(() => Int, { description: 'Of these on paper, typed in by staff.' })
  byPaper!: number;

  @Field(() => Int, { description: 'Of these brought along from elsewhere.' })
  byImport!: number;

  @Field(() => Int, { description: 'Interviews on the telephone: beside those returned (R-SAT-06).' })
  byTelephone!: number;

  @Field(() => Int, { description: 'Forms that came back with nothing on the scale: counted nowhere else.' })
  blank!: number;

  @Field(() => Int, { description: 'How often a household answered anew; all answers are kept, one counts.' })
  replaced!: number;

  @Field(() => ShareType, { description: 'Valid forms returned of those that reached their household (M-SAT-03).' })
  responseRate!: ShareType;

  @Field(() => ShareType, { description: 'Of returned forms and interviews those that staff entered (D-29).' })
  enteredByStaff!: ShareType;
}
