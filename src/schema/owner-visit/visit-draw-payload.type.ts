import { Field, Int, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';
import { VisitMonthType } from './visit-month.type.js';

/** A month after a draw. */
@ObjectType('VisitDrawPayload', { description: 'A month of the visit programme after a draw.' })
export class VisitDrawPayloadType {
  @Field(() => VisitMonthType, { description: 'The month as it stands now.' })
  month!: VisitMonthType;

  @Field(() => Int, { description: 'Households drawn by this command.' })
  drawn!: number;

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}
