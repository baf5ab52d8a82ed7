import type { MetricPeriod } from '../../../domain/metric/metric-period.js';
import { reportKind, type ReportKind } from '../../../domain/report/report-kind.js';
import { becomesOwed, reportDue } from '../../../domain/report/report-period.js';
import { nextReportStage } from '../../../domain/report/report-stage.js';
import { newId } from '../../../entities/new-id.js';
import type { Estate } from '../../../entities/place/estate.entity.js';
import { Report } from '../../../entities/report/report.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { owe } from '../../obligation/steps/owe.js';
import { policyInForce } from '../../policy/steps/policy-in-force.js';
import { drawFigures } from './draw-figures.js';
import { recordReportEvent, type ReportResult } from './record-report-event.js';

const TURN = `select pg_advisory_xact_lock(hashtextextended('guanjia reports ' || $1 || $2, 0))`;

/** Which report of an estate. */
interface Wanted {
  readonly estate: Estate;
  readonly kind: ReportKind;
  readonly period: MetricPeriod;
  /** Whether it is drafted only where it is owed. */
  readonly onlyOwed: boolean;
}

/**
 * The report of an estate on a period, with its figures; drafted now where there is none yet, and owed by the post of its
 * kind unless there was nothing to report on or nobody knew of it when it was due. Null where it is not owed and only then
 * wanted.
 * @rule R-RPT-20 @rule R-RPR-20 @rule P-06 @rule P-06b @rule D-14
 */
export async function draftOf(ctx: CommandContext, wanted: Wanted): Promise<ReportResult | null> {
  const { companyId, em } = ctx;
  const { estate, kind, period, onlyOwed } = wanted;
  const estateId = estate.id;
  await ctx.execute(TURN, [companyId, estateId]);
  const before = await em.findOne(Report, { companyId, estateId, kind, fromDay: period.from });
  if (before) return { reportId: before.id, version: before.version };
  const now = ctx.clock.now();
  const { repairAnalysis } = await policyInForce(ctx, 'P-06', estateId, period.to);
  const complaintCollation = await policyInForce(ctx, 'P-06b', estateId, period.to);
  const dueAt = reportDue(kind, period, { repairAnalysis, complaintCollation }, estate.timeZone);
  const { figures, asKnownOn } = await drawFigures(ctx, estateId, kind, period);
  const { unlessNone, owed, author } = reportKind(kind);
  const nothing = figures.some(({ metric, numerator }) => metric === unlessNone && numerator === 0);
  const isOwed = !nothing && becomesOwed(dueAt, now);
  if (onlyOwed && !isOwed) return null;
  const report = em.create(Report, {
    ...{ companyId, id: newId(), estateId, kind, stage: nextReportStage('draft', null), dueAt, figures, asKnownOn },
    ...{ fromDay: period.from, untilDay: period.to, draftedAt: now, rounds: 0, version: 1 },
  });
  if (isOwed)
    owe(ctx, {
      ...{ kind: owed, estateId, subjectKind: 'REPORT', subjectId: report.id, dueAt },
      ...{ owner: { ownerPost: author }, since: now < dueAt ? now : dueAt },
    });
  return recordReportEvent(ctx, report, 'DRAFTED', { asKnownOn });
}
