import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { MetricPeriod } from '../../domain/metric/metric-period.js';
import { isAttained } from '../../domain/metric/metric-value.js';
import type { Metric } from '../../domain/metric/metrics.js';
import type { ReportFigure } from '../../domain/report/report-figure.js';
import { sumShown, valueShown } from '../../loaders/metric/sum-shown.js';
import type { ObligationRow } from '../../loaders/obligation/obligation-by-id.js';
import { staffById } from '../../loaders/people/staff-by-id.js';
import { reportById } from '../../loaders/report/reports.js';
import type { ReportRoundRow } from '../../loaders/report/rounds-of-report.js';
import { MetricDefinitionType } from '../../schema/metric/metric-definition.type.js';
import { PeriodType } from '../../schema/metric/period.type.js';
import { ObligationType } from '../../schema/obligation/obligation.type.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { ReportFigureType, ReportRoundType, ReportType } from '../../schema/report/report.type.js';
import { Decimal } from '../../schema/scalars.js';
import type { RequestContext } from '../../tenancy/request-context.js';

/** A figure with what it is of. */
interface FigureOfReport {
  readonly metric: Metric;
  readonly estateId: string;
  readonly period: MetricPeriod;
  readonly sums: ReportFigure;
}

/** A figure of a report. */
@Resolver(() => ReportFigureType)
export class ReportFigureResolver {
  @FieldResolver(() => MetricDefinitionType, { description: 'What is measured.' })
  metric(@Root() { metric }: FigureOfReport) {
    return metric;
  }

  @FieldResolver(() => PeriodType, { description: 'Of which days.' })
  period(@Root() { period }: FigureOfReport) {
    return period;
  }

  @FieldResolver(() => Decimal, {
    nullable: true,
    description:
      'The value in the unit of the definition; null without data (R-MET-07), and of an amount as the sum above the line (R-ORG-70).',
  })
  value(@Root() figure: FigureOfReport, @Ctx() ctx: RequestContext) {
    return valueShown(ctx, figure, figure.sums);
  }

  @FieldResolver(() => Decimal, {
    nullable: true,
    description: 'The sum above the line; of money in yuan, and null for whoever may not see the amounts (R-ORG-70).',
  })
  numerator(@Root() figure: FigureOfReport, @Ctx() ctx: RequestContext) {
    return sumShown(ctx, figure, figure.sums.numerator);
  }

  @FieldResolver(() => Decimal, {
    nullable: true,
    description: 'The sum below the line; null where nothing is divided, and as the one above it.',
  })
  denominator(@Root() figure: FigureOfReport, @Ctx() ctx: RequestContext) {
    return figure.metric.denominator === null ? null : sumShown(ctx, figure, figure.sums.denominator);
  }

  @FieldResolver(() => Boolean, { nullable: true, description: 'Whether the target is reached; null without one.' })
  attained(@Root() { metric, sums }: FigureOfReport) {
    return isAttained(metric, sums);
  }
}

/** The people of a round. */
@Resolver(() => ReportRoundType)
export class ReportRoundResolver {
  @FieldResolver(() => StaffType, { nullable: true, description: 'Who handed it in.' })
  submittedBy(@Root() { submittedById }: ReportRoundRow, @Ctx() ctx: RequestContext) {
    return staffById(ctx).load(submittedById);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who decided; null until then.' })
  decidedBy(@Root() { decidedById }: ReportRoundRow, @Ctx() ctx: RequestContext) {
    return decidedById === null ? null : staffById(ctx).load(decidedById);
  }
}

/** Where obligations show the report that they are about. */
@Resolver(() => ObligationType)
export class ObligationReportResolver {
  @FieldResolver(() => ReportType, { nullable: true, description: 'The report that it is about, where it is one.' })
  report(@Root() { subjectKind, subjectId }: ObligationRow, @Ctx() ctx: RequestContext) {
    return subjectKind === 'REPORT' ? reportById(ctx).load(subjectId) : null;
  }
}
