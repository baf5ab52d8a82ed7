import { Field, Int, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';

/** What came of a filing. */
@ObjectType('FileRepairsPayload', { simpleResolvers: true, description: 'What came of filing a month of repairs.' })
export class FileRepairsPayloadType {
  @Field(() => Cursor, { description: "Position of the command's change in the event log." })
  cursor!: string;

  @Field(() => Int, { description: 'Orders that this command filed; at most 500.' })
  filed!: number;

  @Field(() => Int, {
    description:
      'Finished orders of the month and before it that still wait for a signature, their return or the callback.',
  })
  waiting!: number;

  @Field(() => Boolean, { description: 'Whether there is more to file: give the command again, with another id.' })
  more!: boolean;
}
