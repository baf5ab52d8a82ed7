import { Field, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';
import { ObligationType } from './obligation.type.js';

/** An obligation that a command has made or settled. */
@ObjectType('ObligationPayload', { description: 'An obligation that a command has made or settled.' })
export class ObligationPayloadType {
  @Field(() => ObligationType, { description: 'The obligation as it stands now.' })
  obligation!: ObligationType;

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}
