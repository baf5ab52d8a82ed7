import { Field, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';
import { CareMarkType } from './care-mark.type.js';

/** A care mark that a command has made or changed. */
@ObjectType('CareMarkPayload', { description: 'A care mark that a command has made or changed.' })
export class CareMarkPayloadType {
  @Field(() => CareMarkType, {
    nullable: true,
    description: 'The mark as it stands now; null for who may look after it but not read it.',
  })
  careMark!: CareMarkType | null;

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}
