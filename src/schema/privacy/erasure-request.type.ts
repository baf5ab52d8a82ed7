import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { ErasureGround, ErasureRefusal, ErasureState } from '../../domain/privacy/erasure.js';
import { connectionOf } from '../connection.js';
import { DateTime } from '../scalars.js';
import { ErasureGroundEnum, ErasureRefusalEnum, ErasureStateEnum } from './erasure.enums.js';

/** A request to erase; whose data, who asked and who decided are fields of the resolver. */
@ObjectType('ErasureRequest', {
  description: "That a customer's personal data are to be erased: asked by one person, decided by another (R-ORG-68).",
})
export class ErasureRequestType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => ErasureGroundEnum, { description: 'On what ground.' })
  ground!: ErasureGround;

  @Field(() => ErasureStateEnum, { description: 'How far it has come.' })
  state!: ErasureState;

  @Field(() => String, { nullable: true, description: 'What was said about it; gone once erased.' })
  note!: string | null;

  @Field(() => DateTime, { description: 'When it was asked for.' })
  requestedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was decided or withdrawn; null while it waits.' })
  decidedAt!: Date | null;

  @Field(() => ErasureRefusalEnum, { nullable: true, description: 'Why it was refused; null otherwise.' })
  refusal!: ErasureRefusal | null;

  @Field(() => Int, { nullable: true, description: 'How many tickets lost words or contacts; null unless erased.' })
  ticketsTouched!: number | null;

  @Field(() => Int, { description: 'Rises with every change; give it back as `expectedVersion`.' })
  version!: number;
}

/** A page of a list of ErasureRequest. */
export const ErasureRequestConnection = connectionOf<ErasureRequestType>('ErasureRequest', () => ErasureRequestType);
