import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { metricOf } from '../../domain/metric/metrics.js';
import type { FormLanguage } from '../../domain/form/form-key.js';
import { neededSections } from '../../domain/report/report-words.js';
import { staffById } from '../../loaders/people/staff-by-id.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { reportById, reportsPage, type ReportRow } from '../../loaders/report/reports.js';
import { roundsOfReport } from '../../loaders/report/rounds-of-report.js';
import { FormLanguageEnum } from '../../schema/form/form-language.enum.js';
import { PrintedFormType } from '../../schema/form/printed-form.type.js';
import { PeriodType } from '../../schema/metric/period.type.js';
import { PageArgs } from '../../schema/page-args.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { EstateType } from '../../schema/place/estate.type.js';
import { ReportFilterInput } from '../../schema/report/report-filter.input.js';
import { ReportConnection, ReportFigureType, ReportRoundType, ReportType } from '../../schema/report/report.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { formLink } from '../form/form-link.js';
import { found } from '../found.js';

/** Reports: looking them up, their figures and their edges. */
@Resolver(() => ReportType)
export class ReportResolver {
  @Query(() => ReportConnection, {
    description:
      "Reports of the viewer's estates, the latest period first (R-RPT-21). Needs `report.read`. Who owes one that is not handed in says `obligations`.",
  })
  reports(
    @Arg('filter', () => ReportFilterInput, { nullable: true, description: 'Which; all where nothing is said.' })
    filter: ReportFilterInput | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return reportsPage(ctx, filter ?? {}, args);
  }

  @Query(() => ReportType, {
    nullable: true,
    description: 'One report. Needs `report.read`. NOT_FOUND when it is unknown or not yours.',
  })
  report(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() ctx: RequestContext) {
    return found('report', reportById(ctx).load(id));
  }

  @FieldResolver(() => EstateType, { nullable: true, description: 'Which estate reports.' })
  estate(@Root() { estateId }: ReportRow, @Ctx() ctx: RequestContext) {
    return estateById(ctx).load(estateId);
  }

  @FieldResolver(() => PeriodType, { description: 'The days that it is about.' })
  period(@Root() { fromDay: from, untilDay: to }: ReportRow) {
    return { from, to };
  }

  @FieldResolver(() => [ReportFigureType], { description: 'Its figures, in the order of its kind (R-RPT-20).' })
  figures(@Root() { figures, estateId, fromDay: from, untilDay: to, asKnownOn }: ReportRow) {
    return figures.map((figure) => ({
      ...{ metric: metricOf(figure.metric), estateId, estateIds: [estateId], period: { from, to }, asKnownOn },
      ...{ pending: figure.pending, sums: figure },
    }));
  }

  @FieldResolver(() => [String], {
    description: 'The parts that are written before it is handed in: `summary`, `problems`, `measures`, `suggestions`.',
  })
  needed(@Root() { kind }: ReportRow) {
    return neededSections(kind);
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description: 'Whether it was handed in by its deadline; null until it is (M-RPT-01).',
  })
  inTime(@Root() { submittedAt, dueAt }: ReportRow) {
    return submittedAt && submittedAt <= dueAt;
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who handed it in last; null until somebody did.' })
  submittedBy(@Root() { submittedById }: ReportRow, @Ctx() ctx: RequestContext) {
    return submittedById === null ? null : staffById(ctx).load(submittedById);
  }

  @FieldResolver(() => [ReportRoundType], { description: 'Each time that it was handed in, the first first.' })
  rounds(@Root() { id }: ReportRow, @Ctx() ctx: RequestContext) {
    return roundsOfReport(ctx).load(id);
  }

  @FieldResolver(() => PrintedFormType, { description: 'The report for printing on A4.' })
  printedForm(
    @Arg('language', () => FormLanguageEnum, { nullable: true, description: 'In which language; Chinese by default.' })
    language: FormLanguage | null,
    @Root() { id }: ReportRow,
    @Ctx() ctx: RequestContext,
  ) {
    return formLink(ctx, 'REPORT', id, language);
  }
}
