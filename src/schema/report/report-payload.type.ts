import { Field, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';
import { ReportType } from './report.type.js';

/** A report after a command. */
@ObjectType('ReportPayload', { description: 'A report after a command.' })
export class ReportPayloadType {
  @Field(() => ReportType, { description: 'The report as it stands now.' })
  report!: ReportType;

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}
