import { Field, Int, ObjectType } from 'type-graphql';
import { Cursor, DateTime } from '../scalars.js';

/** An event of a round on an estate; the round is a field of the resolver. */
@ObjectType('SurveyEvent', {
  simpleResolvers: true,
  description: 'Something that became of a round of the survey on an estate; counts, never who (D-29).',
})
export class SurveyEventType {
  @Field(() => Cursor, {
    description: 'Its position in the event log: give it as `after` to receive what comes later.',
  })
  cursor!: string;

  @Field(() => String, {
    description:
      'What became of it: `survey.FORMS_ISSUED`, `.LINKS_ISSUED`, `.FORM_MARKED`, `.RESPONSE_RECEIVED`, `.RESPONSES_IMPORTED` (several, from a file), `.COLLECTED`, `.RESULT_COUNTED` (it is analysed), `.PUBLISHED`.',
  })
  type!: string;

  @Field(() => DateTime, { description: 'When it happened.' })
  occurredAt!: Date;

  @Field(() => DateTime, { description: 'When it was recorded here; never falls along the log.' })
  recordedAt!: Date;

  @Field(() => Int, { description: 'The version of the round on the estate after it.' })
  version!: number;
}
