import { Field, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';
import { QueueCountType } from './queue-count.type.js';

/** How many things wait for the viewer. */
@ObjectType('QueueCounts', { simpleResolvers: true, description: 'How many things wait for the viewer.' })
export class QueueCountsType {
  @Field(() => [QueueCountType], { description: 'By reason, zeros included.' })
  counts!: readonly QueueCountType[];

  @Field(() => Cursor, {
    description: 'A position in the event log that the counts show; they may show what came later.',
  })
  cursor!: string;
}
