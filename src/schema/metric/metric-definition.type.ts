import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { MetricUnit } from '../../domain/metric/metric-unit.js';
import type { MetricKey } from '../../domain/metric/metrics.js';
import { MetricKeyEnum } from './metric-key.enum.js';
import { MetricUnitEnum } from './metric-unit.enum.js';

/** What is measured; what follows from the definition is a field of the resolver. */
@ObjectType('MetricDefinition', { simpleResolvers: true, description: 'What is measured, and how.' })
export class MetricDefinitionType {
  @Field(() => MetricKeyEnum, { description: 'Its name in the API.' })
  key!: MetricKey;

  @Field(() => String, {
    description:
      'Its name in the catalogue of the domain: `M-RPR-01`; a small letter behind it marks a further figure of the entry.',
  })
  catalogueId!: string;

  @Field(() => String, { description: 'Its name in English.' })
  title!: string;

  @Field(() => String, { description: 'Its name in Chinese.' })
  titleZh!: string;

  @Field(() => String, { description: 'What is counted or summed.' })
  numerator!: string;

  @Field(() => String, { nullable: true, description: 'Of what; null where nothing is divided.' })
  denominator!: string | null;

  @Field(() => String, { description: 'Which instant says what period an item belongs to (R-MET-03).' })
  attribution!: string;

  @Field(() => MetricUnitEnum, { description: 'What its value is in.' })
  unit!: MetricUnit;

  @Field(() => Float, { nullable: true, description: 'What it should be, in the unit; null where nothing is stated.' })
  target!: number | null;

  @Field(() => [String], { description: 'The rules, rulings and policies that it follows from.' })
  rules!: readonly string[];

  @Field(() => Int, { description: 'Raised with every change of the formula.' })
  version!: number;
}
