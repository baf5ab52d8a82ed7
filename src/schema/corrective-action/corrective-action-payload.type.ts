import { Field, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';
import { CorrectiveActionType } from './corrective-action.type.js';

/** A corrective action after a command. */
@ObjectType('CorrectiveActionPayload', { description: 'A corrective action after a command.' })
export class CorrectiveActionPayloadType {
  @Field(() => CorrectiveActionType, { description: 'The action as it stands now.' })
  correctiveAction!: CorrectiveActionType;

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}
