import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { FormLanguage } from '../../domain/form/form-key.js';
import type { MetricExportFormat } from '../../domain/metric-export/export-format.js';
import type { MetricExportKind } from '../../domain/metric-export/export-order.js';
import type { MetricExportState } from '../../domain/metric-export/export-state.js';
import { connectionOf } from '../connection.js';
import { FormLanguageEnum } from '../form/form-language.enum.js';
import { Cursor, DateTime, Decimal } from '../scalars.js';
import { MetricExportFormatEnum, MetricExportKindEnum, MetricExportStateEnum } from './metric-export.enums.js';

/** The sums of a metric over a file; the metric is a field of the resolver. */
@ObjectType('MetricExportSum', {
  description: 'The sums of a metric over all that a file holds: those of the scorecard of the same scope (R-MET-08).',
})
export class MetricExportSumType {
  @Field(() => Decimal, {
    nullable: true,
    description: 'The sum above the line; of money in yuan, and null for whoever may not see the amounts (R-ORG-70).',
  })
  numerator!: string | null;

  @Field(() => Decimal, { nullable: true, description: 'The sum below the line; null where nothing is divided.' })
  denominator!: string | null;

  @Field(() => Int, { description: 'Items that are still inside their time (R-MET-04).' })
  pending!: number;
}

/** A file of figures as who asked for it sees it. */
@ObjectType('MetricExport', {
  description:
    'A file of figures (指标导出) that you have asked for: written beside in one snapshot, there for three days, yours alone.',
})
export class MetricExportType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => MetricExportKindEnum, { description: 'What it holds.' })
  kind!: MetricExportKind;

  @Field(() => MetricExportFormatEnum, { description: 'As what it is written.' })
  format!: MetricExportFormat;

  @Field(() => FormLanguageEnum, { description: 'The language of its titles.' })
  language!: FormLanguage;

  @Field(() => MetricExportStateEnum, { description: 'How it stands.' })
  state!: MetricExportState;

  @Field(() => DateTime, { description: 'When it was asked for.' })
  requestedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was last begun; null while it waits.' })
  startedAt!: Date | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Its rows, without the titles, at most 500,000; null until the snapshot was read.',
  })
  rows!: number | null;

  @Field(() => Int, { description: 'How many of them are written already, to some thousands.' })
  rowsWritten!: number;

  @Field(() => Int, { nullable: true, description: 'Its size in bytes; null until it is there.' })
  bytes!: number | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was there; null until then.' })
  readyAt!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it is removed: three days after it was there; null until then.',
  })
  expiresAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Why it was given up, a code of errors: FORBIDDEN, INVALID_INPUT, LIMIT_EXCEEDED (more than 500,000 rows), INTERNAL.',
  })
  failure!: string | null;
}

/** A page of files of figures. */
export const MetricExportConnection = connectionOf<MetricExportType>('MetricExport', () => MetricExportType);

/** A file of figures after a command. */
@ObjectType('MetricExportPayload', { description: 'A file of figures after a command.' })
export class MetricExportPayloadType {
  @Field(() => MetricExportType, { description: 'The file as it stands now.' })
  metricExport!: MetricExportType;

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}
