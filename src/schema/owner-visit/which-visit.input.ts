import { Field, ID, InputType, Int } from 'type-graphql';
import type { VisitMode, VisitOrganiser } from '../../domain/owner-visit/visit-mode.js';
import { CommandFields } from '../command-fields.js';
import { VisitModeEnum } from './visit-mode.enum.js';
import { VisitOrganiserEnum } from './visit-organiser.enum.js';

/** Which visit is meant, and who takes part. */
@InputType({ description: 'Which visit is meant, and who takes part.' })
export abstract class WhichVisitInput extends CommandFields {
  @Field(() => ID, { nullable: true, description: 'A visit that was drawn or agreed; either this or `unitId`.' })
  visitId?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that the client has seen; another one is a CONFLICT that carries `currentVersion`.',
  })
  expectedVersion?: number | null;

  @Field(() => ID, { nullable: true, description: 'The household of a visit that nobody drew (D-04).' })
  unitId?: string | null;

  @Field(() => VisitOrganiserEnum, {
    nullable: true,
    description: 'Who organises a visit that nobody drew; ESTATE where nothing is said (R-VIS-09, Q-34).',
  })
  organiser?: VisitOrganiser | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The customer, where it is known who; sees the visit as a resident.',
  })
  customerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Who visits; whoever asks where nothing is said.' })
  visitorId?: string | null;

  @Field(() => VisitModeEnum, { description: 'How (R-VIS-12).' })
  mode!: VisitMode;
}
