import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { FormLanguage } from '../../domain/form/form-key.js';
import type { MetricExportFormat } from '../../domain/metric-export/export-format.js';
import type { MetricDimension } from '../../domain/metric/metric-dimension.js';
import type { MetricPart } from '../../domain/metric/metric-part.js';
import type { MetricInterval } from '../../domain/metric/metric-period.js';
import type { MetricKey } from '../../domain/metric/metrics.js';
import { CommandFields } from '../command-fields.js';
import { FormLanguageEnum } from '../form/form-language.enum.js';
import { MetricDimensionEnum } from '../metric/metric-dimension.enum.js';
import { MetricIntervalEnum } from '../metric/metric-interval.enum.js';
import { MetricKeyEnum } from '../metric/metric-key.enum.js';
import { MetricPartEnum } from '../metric/metric-part.enum.js';
import { PeriodInput } from '../metric/period.input.js';
import { LocalDate } from '../scalars.js';
import { TextField } from '../text-field.js';
import { MetricExportFormatEnum } from './metric-export.enums.js';

/** What every order of a file of figures says. */
@InputType({ description: 'What every order of a file of figures says.' })
abstract class MetricExportFields extends CommandFields {
  @Field(() => PeriodInput, { description: 'Which days.' })
  period!: PeriodInput;

  @Field(() => [ID], { nullable: true, description: 'Of these estates only, at most 1000; all in reach otherwise.' })
  @IsOptional()
  @ArrayMaxSize(1000, { message: 'must have at most 1000 items' })
  estateIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Of estates of these groups only, at most 100.' })
  @IsOptional()
  @ArrayMaxSize(100, { message: 'must have at most 100 items' })
  groupIds?: string[] | null;

  @Field(() => LocalDate, {
    nullable: true,
    description:
      'As it was known at the end of this day, in the zone of the company; as it is known when the file is written otherwise.',
  })
  asKnownOn?: string | null;

  @Field(() => MetricExportFormatEnum, { description: 'As what it is written.' })
  format!: MetricExportFormat;

  @Field(() => FormLanguageEnum, { nullable: true, description: 'The language of its titles; Chinese otherwise.' })
  language?: FormLanguage | null;
}

/** Figures by estate. */
@InputType('ExportEstateScorecardsInput', { description: 'Figures by estate, as `estateScorecards` shows them.' })
export class ExportEstateScorecardsInput extends MetricExportFields {
  @Field(() => [MetricKeyEnum], { nullable: true, description: 'Which metrics; all where nothing is said.' })
  metrics?: MetricKey[] | null;

  @Field(() => MetricKeyEnum, { nullable: true, description: 'By which metric they are ranked; by code otherwise.' })
  rankBy?: MetricKey | null;
}

/** A metric over time. */
@InputType('ExportMetricSeriesInput', { description: 'A metric over time, as `metricSeries` shows it.' })
export class ExportMetricSeriesInput extends MetricExportFields {
  @Field(() => MetricKeyEnum, { description: 'Which metric.' })
  metric!: MetricKey;

  @Field(() => MetricIntervalEnum, { description: 'How long a point is.' })
  interval!: MetricInterval;

  @Field(() => Boolean, { nullable: true, description: 'A point an estate.' })
  byEstate?: boolean | null;

  @Field(() => MetricDimensionEnum, { nullable: true, description: 'A point a part of its own dimension.' })
  by?: MetricDimension | null;
}

/** The items behind a metric. */
@InputType('ExportMetricRowsInput', { description: 'The items behind a metric, as `MetricValue.rows` shows them.' })
export class ExportMetricRowsInput extends MetricExportFields {
  @Field(() => MetricKeyEnum, { description: 'Which metric.' })
  metric!: MetricKey;

  @Field(() => MetricPartEnum, { nullable: true, description: 'Which items; those that count otherwise.' })
  part?: MetricPart | null;

  @Field(() => MetricDimensionEnum, {
    nullable: true,
    description: 'Of one part only, of this dimension: its own, CATEGORY, DEPARTMENT or BUILDING.',
  })
  by?: MetricDimension | null;

  @TextField({ nullable: true, max: 100, description: 'Which part, as `MetricPoint.segment` names it.' })
  segment?: string | null;
}
