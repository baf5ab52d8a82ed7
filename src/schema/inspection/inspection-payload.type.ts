import { Field, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';
import { InspectionType } from './inspection.type.js';

/** An inspection after a command. */
@ObjectType('InspectionPayload', { description: 'An inspection after a command.' })
export class InspectionPayloadType {
  @Field(() => InspectionType, { description: 'The inspection as it stands now.' })
  inspection!: InspectionType;

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}

/** Inspections that were planned. */
@ObjectType('PlannedInspectionsPayload', { description: 'Inspections that were planned at once.' })
export class PlannedInspectionsPayloadType {
  @Field(() => [InspectionType], { description: 'One an estate; none of an estate without records to draw from.' })
  inspections!: InspectionType[];

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}
