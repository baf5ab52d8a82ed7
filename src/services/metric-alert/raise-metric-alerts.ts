import type { AlertTerms } from '../../domain/metric-alert/alert-terms.js';
import { judgePeriod, periodsToJudge } from '../../domain/metric-alert/judge-period.js';
import { nextAlertStage } from '../../domain/metric-alert/alert-stage.js';
import type { MetricKey } from '../../domain/metric/metrics.js';
import { localDay } from '../../domain/place/local-day.js';
import { MetricAlertRule } from '../../entities/metric-alert/metric-alert-rule.entity.js';
import { MetricAlert } from '../../entities/metric-alert/metric-alert.entity.js';
import { newId } from '../../entities/new-id.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { readAlertFigures } from './steps/alert-figures.js';
import { estatesInUse, touchedEstates, type JudgedEstate } from './steps/judged-estates.js';
import { recordAlertEvent } from './steps/record-alert-event.js';

interface RaiseMetricAlerts extends CommandInput {
  /** Whether all estates are looked at, as when a period has ended; else those whose figures have changed. */
  readonly all: boolean;
}

/** One at a time in a company; whoever comes meanwhile leaves it. */
const TURN = `select pg_try_advisory_xact_lock(hashtextextended('guanjia metric alerts ' || $1::text, 0)) as mine`;
const HEAD = 'select seq from company_head where company_id = $1';
const SEEN = 'update metric_alert_rule set seen_seq = $2 where company_id = $1 and stopped_at is null';
const RAISED = `
select rule_id || '/' || estate_id || '/' || period_from as key from metric_alert
 where company_id = $1 and rule_id = any($2::uuid[]) and estate_id = any($3::uuid[])`;

/**
 * Looks at the figures that rules are about and raises an alert for each that breaks one: once a rule, estate and period. Its
 * cost grows with rules, estates and periods, never with tickets. What was brought along changes figures silently and has
 * nothing looked at.
 * @rule R-ESC-05
 */
export async function raiseMetricAlerts(ctx: CommandContext, { all }: RaiseMetricAlerts): Promise<{ raised: number }> {
  const { companyId, em } = ctx;
  const rules = await em.find(MetricAlertRule, { companyId, stoppedAt: null }, { orderBy: { id: 'asc' } });
  if (rules.length === 0) return { raised: 0 };
  const [turn] = await ctx.execute<{ mine: boolean }>(TURN, [companyId]);
  if (!turn?.mine) return { raised: 0 };
  const [head] = await ctx.execute<{ seq: number }>(HEAD, [companyId]);
  const seq = head?.seq ?? 0;
  const seen = Math.min(...rules.map(({ seenSeq }) => seenSeq ?? 0));
  const fresh = rules.some(({ seenSeq }) => seenSeq == null);
  if (!all && !fresh && seen >= seq) return { raised: 0 };
  const estates = all || fresh ? await estatesInUse(ctx) : await touchedEstates(ctx, seen, seq);
  const raised = estates.length === 0 ? 0 : await judge(ctx, rules, estates);
  await ctx.execute(SEEN, [companyId, seq]);
  return { raised };
}

async function judge(
  ctx: CommandContext,
  rules: readonly MetricAlertRule[],
  estates: readonly JudgedEstate[],
): Promise<number> {
  const now = ctx.clock.now();
  const known = await ctx.execute<{ key: string }>(RAISED, [
    ctx.companyId,
    rules.map(({ id }) => id),
    estates.map(({ id }) => id),
  ]);
  const standing = new Set(known.map(({ key }) => key));
  const figures = await readAlertFigures(ctx, rules.map(termsOf), estates, now);
  let raised = 0;
  for (const rule of rules)
    for (const { id: estateId, timeZone } of estates) {
      if (rule.estateIds != null && !rule.estateIds.includes(estateId)) continue;
      const terms = termsOf(rule);
      const figureOn = figures(terms, estateId);
      for (const period of periodsToJudge(terms, localDay(now, timeZone), localDay(rule.setUpAt, timeZone))) {
        const figure = judgePeriod(terms, period, figureOn);
        if (!figure || standing.has(`${rule.id}/${estateId}/${period.from}`)) continue;
        const alert = ctx.em.create(MetricAlert, {
          ...{ companyId: ctx.companyId, id: newId(), estateId, ruleId: rule.id, ...terms, ...figure },
          ...{ periodFrom: period.from, periodTo: period.to, stage: nextAlertStage('raise', null) },
          ...{ raisedAt: now, version: 1 },
        });
        recordAlertEvent(ctx, alert, 'RAISED');
        raised += 1;
      }
    }
  return raised;
}

const termsOf = (rule: MetricAlertRule): AlertTerms => ({
  metric: rule.metric as MetricKey,
  interval: rule.interval,
  condition: rule.condition,
  direction: rule.direction,
  thresholdTenths: rule.thresholdTenths ?? null,
  periods: rule.periods,
  atLeast: rule.atLeast,
});
