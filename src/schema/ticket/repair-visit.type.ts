import { Field, Int, ObjectType } from 'type-graphql';
import type { VisitOutcome } from '../../domain/ticket/visit-outcome.js';
import { DateTime } from '../scalars.js';
import { VisitOutcomeEnum } from './repair-work.enums.js';

/** A visit to the site of a repair; who came is a field of the resolver. */
@ObjectType('RepairVisit', { simpleResolvers: true, description: 'One visit to the site of a repair (上门, D-19).' })
export class RepairVisitType {
  @Field(() => Int, { description: 'From 1, in the order of arrival.' })
  number!: number;

  @Field(() => DateTime, { description: 'When the technician came (开工, R-RPR-07).' })
  arrivedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When the visit ended; null while somebody is there.' })
  leftAt!: Date | null;

  @Field(() => VisitOutcomeEnum, { nullable: true, description: 'How it ended; null while somebody is there (D-05).' })
  outcome!: VisitOutcome | null;

  @Field(() => Boolean, {
    description: 'Whether it went on though the customer pays and had not agreed: recorded and flagged (R-DSP-13).',
  })
  withoutConsent!: boolean;
}
