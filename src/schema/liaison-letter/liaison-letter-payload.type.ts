import { Field, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';
import { LiaisonLetterType } from './liaison-letter.type.js';

/** A liaison letter after a command. */
@ObjectType('LiaisonLetterPayload', { description: 'A liaison letter after a command.' })
export class LiaisonLetterPayloadType {
  @Field(() => LiaisonLetterType, { description: 'The letter as it stands now.' })
  liaisonLetter!: LiaisonLetterType;

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}
