import { ArrayMaxSize, ArrayMinSize, IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { ChargeKind } from '../../domain/charge/charge-kind.js';
import type { AgeingBucket } from '../../domain/collection/ageing.js';
import type { CollectionDimension } from '../../domain/collection/collection-scope.js';
import { ChargeKindEnum } from '../charge/charge-kind.enum.js';
import { LocalDate } from '../scalars.js';
import { AgeingBucketEnum, CollectionDimensionEnum } from './collection.enums.js';

/** Of which places and kinds. */
@InputType('CollectionScope', {
  description: 'Of which places and kinds; conditions hold together, and what is unknown or foreign finds nothing.',
})
export class CollectionScopeInput {
  @Field(() => [ID], { nullable: true, description: 'On these estates, at most 1000.' })
  @IsOptional()
  @ArrayMaxSize(1000, { message: 'must have at most 1000 items' })
  estateIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'For units of these buildings, at most 1000.' })
  @IsOptional()
  @ArrayMaxSize(1000, { message: 'must have at most 1000 items' })
  buildingIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'For units of the buildings of these stewards, at most 1000.' })
  @IsOptional()
  @ArrayMaxSize(1000, { message: 'must have at most 1000 items' })
  stewardIds?: string[] | null;

  @Field(() => [ChargeKindEnum], { nullable: true, description: 'Of these kinds.' })
  kinds?: ChargeKind[] | null;
}

/** Which debtors. */
@InputType('ArrearsFilter', { description: 'Which debtors; conditions hold together.' })
export class ArrearsFilterInput extends CollectionScopeInput {
  @Field(() => [AgeingBucketEnum], { nullable: true, description: 'By the age of the oldest charge that is open.' })
  buckets?: AgeingBucket[] | null;
}

/** Which figures of collection. */
@InputType('CollectionFilter', {
  description:
    'Of which months, places and kinds. Where no kind is said: property and parking fees, as the collection rate counts them (M-FEE-01).',
})
export class CollectionFilterInput extends CollectionScopeInput {
  @Field(() => LocalDate, { description: 'The first month that was charged, by its first day.' })
  fromMonth!: string;

  @Field(() => LocalDate, { description: 'The first month that is not asked for, at most twelve later.' })
  untilMonth!: string;

  @Field(() => [CollectionDimensionEnum], { description: 'What is told apart.' })
  @ArrayMinSize(1, { message: 'must have at least 1 item' })
  by!: CollectionDimension[];
}

/** Which targets. */
@InputType('CollectionTargetFilter', { description: 'Which targets; conditions hold together.' })
export class CollectionTargetFilterInput {
  @Field(() => [ID], { nullable: true, description: 'On these estates, at most 1000.' })
  @IsOptional()
  @ArrayMaxSize(1000, { message: 'must have at most 1000 items' })
  estateIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Of these stewards, at most 1000.' })
  @IsOptional()
  @ArrayMaxSize(1000, { message: 'must have at most 1000 items' })
  stewardIds?: string[] | null;

  @Field(() => LocalDate, { description: 'That touch this month or later ones, by its first day.' })
  fromMonth!: string;

  @Field(() => LocalDate, { description: 'That touch months before this one, at most twelve later.' })
  untilMonth!: string;
}

/** Which income. */
@InputType('IncomeFilter', { description: 'Of which estates and days.' })
export class IncomeFilterInput {
  @Field(() => [ID], { nullable: true, description: 'On these estates, at most 1000.' })
  @IsOptional()
  @ArrayMaxSize(1000, { message: 'must have at most 1000 items' })
  estateIds?: string[] | null;

  @Field(() => LocalDate, { description: 'The first day on which money came.' })
  from!: string;

  @Field(() => LocalDate, { description: 'The first day that is not asked for.' })
  until!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Only what was recorded, and not taken back, by the end of this day; all where nothing is said.',
  })
  asKnownOn?: string | null;
}
