import { Field, ID, ObjectType } from 'type-graphql';
import type { FindingCategory } from '../../domain/inspection/inspection-kind.js';
import { DateTime } from '../scalars.js';
import { FindingCategoryEnum } from './inspection.enums.js';

/** A finding; inspection, people and corrective actions are fields of the resolver. */
@ObjectType('InspectionFinding', {
  simpleResolvers: true,
  description:
    'What an inspection found to be wrong; its corrective actions put it right until somebody has verified it.',
})
export class InspectionFindingType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => ID, { nullable: true, description: 'What showed it; null for what was seen beside.' })
  itemId!: string | null;

  @Field(() => FindingCategoryEnum, { description: 'What kind of thing is wrong.' })
  category!: FindingCategory;

  @Field(() => String, { description: 'What is wrong.' })
  problem!: string;

  @Field(() => Boolean, { description: 'The estate has had a published finding of its category within a year before.' })
  repeated!: boolean;

  @Field(() => DateTime, { description: 'When it was found.' })
  foundAt!: Date;
}
