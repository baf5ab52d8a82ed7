import { Field, Int, ObjectType } from 'type-graphql';
import { Cursor, DateTime } from '../scalars.js';

/** An event of a corrective action; actor and action are fields of the resolver. */
@ObjectType('CorrectiveActionEvent', {
  simpleResolvers: true,
  description: 'Something that became of a corrective action.',
})
export class CorrectiveActionEventType {
  @Field(() => Cursor, {
    description: 'Its position in the event log: give it as `after` to receive what comes later.',
  })
  cursor!: string;

  @Field(() => String, {
    description:
      'What became of it: `correctiveAction.RAISED`, `.PLANNED`, `.DONE`, `.VERIFIED`, `.REOPENED`, `.CANCELLED`.',
  })
  type!: string;

  @Field(() => DateTime, { description: 'When it happened.' })
  occurredAt!: Date;

  @Field(() => DateTime, { description: 'When it was recorded here; never falls along the log.' })
  recordedAt!: Date;

  @Field(() => Int, { description: "The action's version after it." })
  version!: number;
}
