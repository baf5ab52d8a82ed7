import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { ExportedSum } from '../../domain/metric-export/export-right.js';
import { metricOf, type MetricKey } from '../../domain/metric/metrics.js';
import { encodeCursor } from '../../events/cursor.js';
import {
  metricExportById,
  metricExportsPage,
  type MetricExportRow,
} from '../../loaders/metric-export/metric-exports.js';
import {
  ExportEstateScorecardsInput,
  ExportMetricRowsInput,
  ExportMetricSeriesInput,
} from '../../schema/metric-export/metric-export.inputs.js';
import {
  MetricExportConnection,
  MetricExportPayloadType,
  MetricExportSumType,
  MetricExportType,
} from '../../schema/metric-export/metric-export.type.js';
import { MetricDefinitionType } from '../../schema/metric/metric-definition.type.js';
import { WatermarkType } from '../../schema/metric/scorecard.type.js';
import { PageArgs } from '../../schema/page-args.js';
import { exportEstateScorecards } from '../../services/metric-export/export-estate-scorecards.js';
import { exportMetricRows } from '../../services/metric-export/export-metric-rows.js';
import { exportMetricSeries } from '../../services/metric-export/export-metric-series.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';
import { found } from '../found.js';
import { exportLink } from './export-link.js';

const WRITTEN =
  'It is written beside, in one snapshot, under your rights; look at `metricExport` for how it stands. Nobody else sees it. LIMIT_EXCEEDED while five of yours are under way. Needs `metric.read`.';

/** Files of figures: asking for them, and fetching them. */
@Resolver(() => MetricExportType)
export class MetricExportResolver {
  @Query(() => MetricExportType, {
    nullable: true,
    description: 'A file of figures that you have asked for; null and NOT_FOUND for anybody else. Needs `metric.read`.',
  })
  metricExport(@Arg('id', () => ID, { description: 'Which.' }) id: string, @Ctx() ctx: RequestContext) {
    return found('metricExport', metricExportById(ctx).load(id));
  }

  @Query(() => MetricExportConnection, {
    description: 'The files of figures that you have asked for, the latest first. Needs `metric.read`.',
  })
  metricExports(@Args(() => PageArgs) args: PageArgs, @Ctx() ctx: RequestContext) {
    return metricExportsPage(ctx, args);
  }

  @Mutation(() => MetricExportPayloadType, {
    nullable: true,
    description: `Asks for a file of figures by estate, a row an estate and metric. ${WRITTEN}`,
  })
  exportEstateScorecards(
    @Arg('input', () => ExportEstateScorecardsInput, { description: 'Which figures.' })
    input: ExportEstateScorecardsInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, exportEstateScorecards, input);
  }

  @Mutation(() => MetricExportPayloadType, {
    nullable: true,
    description: `Asks for a file of one metric over time, a row a point. ${WRITTEN}`,
  })
  exportMetricSeries(
    @Arg('input', () => ExportMetricSeriesInput, { description: 'Which metric.' }) input: ExportMetricSeriesInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, exportMetricSeries, input);
  }

  @Mutation(() => MetricExportPayloadType, {
    nullable: true,
    description: `Asks for a file of the items behind a metric, a row an item. ${WRITTEN}`,
  })
  exportMetricRows(
    @Arg('input', () => ExportMetricRowsInput, { description: 'Which metric.' }) input: ExportMetricRowsInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, exportMetricRows, input);
  }

  @FieldResolver(() => WatermarkType, {
    nullable: true,
    description: 'Up to where the event log stood in its snapshot: everything before is in it. Null until it is there.',
  })
  snapshot(
    @Root() { snapshotEpoch: epoch, snapshotSeq: seq, snapshotAt }: MetricExportRow,
    @Ctx() ctx: RequestContext,
  ) {
    if (epoch === null || seq === null || snapshotAt === null) return null;
    return { cursor: encodeCursor(ctx.asker.companyId, { epoch, seq }), recordedAt: snapshotAt };
  }

  @FieldResolver(() => [MetricExportSumType], {
    nullable: true,
    description: 'What it adds up to, one an exported metric. Null until it is there.',
  })
  sums(@Root() { sums }: MetricExportRow) {
    return sums;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "Path below the API's own address that opens the file without a token, for five to ten minutes and while you hold the rights that it was written under; takes `Range`. Null while it is not READY.",
  })
  url(@Root() row: MetricExportRow, @Ctx() ctx: RequestContext) {
    return exportLink(ctx, row);
  }
}

/** What is measured in a sum of a file. */
@Resolver(() => MetricExportSumType)
export class MetricExportSumResolver {
  @FieldResolver(() => MetricDefinitionType, { description: 'What is measured.' })
  definition(@Root() { metric }: ExportedSum) {
    return metricOf(metric as MetricKey);
  }
}

/** The file behind a command's verdict. */
@Resolver(() => MetricExportPayloadType)
export class MetricExportPayloadResolver {
  @FieldResolver(() => MetricExportType, { description: 'The file as it stands now.' })
  metricExport(@Root() { exportId }: { readonly exportId: string }, @Ctx() ctx: RequestContext) {
    return found('metricExport', metricExportById(ctx).load(exportId));
  }
}
