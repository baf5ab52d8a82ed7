import { Field, Int, ObjectType } from 'type-graphql';
import { Cursor, DateTime } from '../scalars.js';

/** An event of a letter; actor and letter are fields of the resolver. */
@ObjectType('LiaisonLetterEvent', { simpleResolvers: true, description: 'Something that became of a liaison letter.' })
export class LiaisonLetterEventType {
  @Field(() => Cursor, {
    description: 'Its position in the event log: give it as `after` to receive what comes later.',
  })
  cursor!: string;

  @Field(() => String, {
    description:
      'What became of it: `liaisonLetter.DRAFTED`, `.REVISED`, `.SENT`, `.PASSED`, `.ANSWERED`, `.DISPUTED`, `.CLOSED`, `.WITHDRAWN`.',
  })
  type!: string;

  @Field(() => DateTime, { description: 'When it happened.' })
  occurredAt!: Date;

  @Field(() => DateTime, { description: 'When it was recorded here; never falls along the log.' })
  recordedAt!: Date;

  @Field(() => Int, { description: "The letter's version after it." })
  version!: number;
}
