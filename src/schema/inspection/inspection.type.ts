import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { InspectionKind } from '../../domain/inspection/inspection-kind.js';
import type { InspectionStage } from '../../domain/inspection/inspection-stage.js';
import { connectionOf } from '../connection.js';
import { DateTime, LocalDate } from '../scalars.js';
import { InspectionKindEnum, InspectionStageEnum } from './inspection.enums.js';

/** How much of a stratum was drawn. */
@ObjectType('InspectionStratum', { simpleResolvers: true, description: 'How much of a part of the records was drawn.' })
export class InspectionStratumType {
  @Field(() => String, { description: 'The part: `REPAIR/EMERGENCY`, `COMPLAINT/MAJOR`, `OWNER_VISIT`.' })
  stratum!: string;

  @Field(() => Int, { description: 'Records that could be drawn.' })
  population!: number;

  @Field(() => Int, { description: 'Records that were drawn.' })
  sampled!: number;
}

/** An inspection as clients see it; estate, people, figures, items and findings are fields of the resolver. */
@ObjectType('Inspection', {
  simpleResolvers: true,
  description:
    'An inspection of an estate by the quality department (品质检查; R-ESC-05, D-27): closed to the estate until it is published.',
})
export class InspectionType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => ID, { description: 'Shared by the inspections that were planned at once.' })
  roundId!: string;

  @Field(() => InspectionKindEnum, { description: 'How it inspects.' })
  kind!: InspectionKind;

  @Field(() => InspectionStageEnum, { description: 'Where it stands.' })
  stage!: InspectionStage;

  @Field(() => String, {
    nullable: true,
    description: 'The seed of the draw: whoever knows it can draw again. Null on site.',
  })
  seed!: string | null;

  @Field(() => [InspectionStratumType], { description: 'Coverage: how much of what was drawn. Empty on site.' })
  strata!: readonly InspectionStratumType[];

  @Field(() => LocalDate, { nullable: true, description: 'The day on site; null of a verification.' })
  onDay!: string | null;

  @Field(() => Boolean, { description: 'Whether the estate was told of the day.' })
  announced!: boolean;

  @Field(() => DateTime, { description: 'When it was planned.' })
  plannedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was published; null until then.' })
  publishedAt!: Date | null;

  @Field(() => Int, { description: 'Rises with every change; give it back as `expectedVersion`.' })
  version!: number;
}

/** A page of inspections. */
export const InspectionConnection = connectionOf<InspectionType>('Inspection', () => InspectionType);
