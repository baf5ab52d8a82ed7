import { Field, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';
import { VisitSummaryType } from './visit-summary.type.js';

/** A summary after a command. */
@ObjectType('VisitSummaryPayload', { description: 'A summary of visits after a command.' })
export class VisitSummaryPayloadType {
  @Field(() => VisitSummaryType, { description: 'The summary as it stands now.' })
  summary!: VisitSummaryType;

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}
