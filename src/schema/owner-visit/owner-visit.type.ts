import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Satisfaction } from '../../domain/callback/callback-answer.js';
import type { Role } from '../../domain/identity/role.js';
import type { VisitMode, VisitOrganiser, VisitSignature } from '../../domain/owner-visit/visit-mode.js';
import type { VisitStage } from '../../domain/owner-visit/visit-stage.js';
import { SatisfactionEnum } from '../callback/satisfaction.enum.js';
import { RoleEnum } from '../identity/role.enum.js';
import { DateTime, LocalDate } from '../scalars.js';
import { VisitModeEnum } from './visit-mode.enum.js';
import { VisitOrganiserEnum } from './visit-organiser.enum.js';
import { VisitSignatureEnum } from './visit-signature.enum.js';
import { VisitStageEnum } from './visit-stage.enum.js';

/** A visit as clients see it; places, people, items, and what staff alone see are fields of the resolver. */
@ObjectType('OwnerVisit', {
  simpleResolvers: true,
  description: 'A visit to a household (业户访问), from the draw to the reviewed record (R-VIS-09, R-VIS-15).',
})
export class OwnerVisitType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => VisitStageEnum, { description: 'Where it stands.' })
  stage!: VisitStage;

  @Field(() => VisitOrganiserEnum, { description: 'Who organises it.' })
  organiser!: VisitOrganiser;

  @Field(() => Boolean, { description: 'Whether the sampler drew the household (R-VIS-09, D-04).' })
  sampled!: boolean;

  @Field(() => LocalDate, { nullable: true, description: 'First day of the month that it was drawn in.' })
  drawnMonth!: string | null;

  @Field(() => RoleEnum, { nullable: true, description: 'Whom the draw gave it to (R-VIS-03, R-VIS-04).' })
  assignedPost!: Role | null;

  @Field(() => VisitModeEnum, { nullable: true, description: 'How; null until that is agreed or has happened.' })
  mode!: VisitMode | null;

  @Field(() => RoleEnum, {
    nullable: true,
    description: 'The post in which the visitor goes; null where it is none that visits (P-07).',
  })
  visitorPost!: Role | null;

  @Field(() => DateTime, { nullable: true, description: 'The agreed time (R-VIS-10).' })
  appointmentAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it began; null until it took place.' })
  visitedAt!: Date | null;

  @Field(() => VisitSignatureEnum, { nullable: true, description: 'What became of the signature (R-VIS-16).' })
  signature!: VisitSignature | null;

  @Field(() => SatisfactionEnum, {
    nullable: true,
    description: 'How satisfied the customer is on the whole: an auxiliary figure (R-VIS-27).',
  })
  satisfaction!: Satisfaction | null;

  @Field(() => DateTime, { nullable: true, description: 'When the supervisor got the record (R-VIS-17).' })
  submittedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When the supervisor had read it (R-VIS-18).' })
  reviewedAt!: Date | null;

  @Field(() => Int, { description: 'Rises with every change; give it back as `expectedVersion`.' })
  version!: number;
}
