import { Field, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';
import { DunningCaseType } from './dunning-case.type.js';

/** A dunning case after a command. */
@ObjectType('DunningPayload', { description: 'A dunning case after a command.' })
export class DunningPayloadType {
  @Field(() => DunningCaseType, { description: 'The case as it stands now.' })
  case!: DunningCaseType;

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}
