import { Field, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';
import { HandoverSheetType } from './handover-sheet.type.js';

/** A sheet after a command. */
@ObjectType('HandoverSheetPayload', { description: 'A sheet after a command.' })
export class HandoverSheetPayloadType {
  @Field(() => HandoverSheetType, { description: 'The sheet as it stands now.' })
  sheet!: HandoverSheetType;

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}
