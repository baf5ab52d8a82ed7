import { dayStartMs, dayText } from '../../domain/demo/demo-days.js';
import { alertTerms, type AlertTerms } from '../../domain/metric-alert/alert-terms.js';
import type { AlertStage } from '../../domain/metric-alert/alert-stage.js';
import { judgePeriod, periodsToJudge } from '../../domain/metric-alert/judge-period.js';
import type { Execute } from '../../tenancy/write/write-transaction.js';
import { readAlertFigures } from '../metric-alert/steps/alert-figures.js';
import type { DemoCompany } from './demo-company.js';
import type { Row } from './demo-rows.js';
import { HISTORY_DAYS, type PastEvent } from './repairs.js';
import { idOf, iso, pastEvent } from './rule-event.js';
import { staffId } from './staffing.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** When figures of periods that have ended are looked at. */
const NIGHT_MS = 5 * 60_000;

/** Which figures call for somebody; the last rule was stopped since. */
const RULES: readonly AlertTerms[] = [
  alertTerms({
    metric: 'COMPLAINTS_RECEIVED',
    interval: 'WEEK',
    condition: 'THRESHOLD',
    direction: 'ABOVE',
    threshold: '4',
  }),
  alertTerms({
    metric: 'REPAIR_ACCEPTED_IN_TIME',
    interval: 'MONTH',
    condition: 'THRESHOLD',
    direction: 'BELOW',
    threshold: '90',
  }),
  alertTerms({
    metric: 'TICKETS_CANCELLED',
    interval: 'MONTH',
    condition: 'THRESHOLD',
    direction: 'ABOVE',
    threshold: '8',
  }),
  alertTerms({ metric: 'REPAIR_SATISFACTION', interval: 'WEEK', condition: 'TREND', direction: 'BELOW', periods: 2 }),
];
const STOPPED_AGO = 20;

/** The rules of head office and the alerts that they raised, night by night, from the figures as they are told. @rule R-ESC-05 */
export async function addMetricAlerts(company: DemoCompany, execute: Execute): Promise<PastEvent[]> {
  const setUpMs = dayStartMs(company.today - HISTORY_DAYS + 1) + 10 * HOUR_MS;
  const by = staffId(company, 'quality_officer');
  const rules = RULES.map((terms, i) => {
    const stoppedMs = i === RULES.length - 1 ? dayStartMs(company.today - STOPPED_AGO) + 15 * HOUR_MS : null;
    return { id: idOf(company, `alert rule/${i}`, setUpMs), terms, stoppedMs };
  });
  const events = rules.flatMap((rule) => addRule(company, rule, { setUpMs, by }));
  const estates = company.rows
    .of('estate')
    .map((row) => ({ id: String(row['id']), timeZone: String(row['time_zone']) }));
  const raised = new Set<string>();
  for (let ago = HISTORY_DAYS - 2; ago >= 1; ago -= 1) {
    const today = dayText(company.today - ago);
    const nightMs = dayStartMs(company.today - ago) + NIGHT_MS;
    const looking = rules.filter(
      ({ terms, stoppedMs }) => (stoppedMs === null || stoppedMs > nightMs) && ended(terms, today).length > 0,
    );
    if (looking.length === 0) continue;
    const figures = await readAlertFigures(
      { companyId: company.id, execute },
      looking.map(({ terms }) => terms),
      estates,
      new Date(nightMs),
    );
    for (const { id: ruleId, terms } of looking)
      for (const estate of estates)
        for (const period of ended(terms, today)) {
          const figure = judgePeriod(terms, period, figures(terms, estate.id));
          const key = `${ruleId}/${estate.id}/${period.from}`;
          if (!figure || raised.has(key)) continue;
          raised.add(key);
          const told = {
            metric: terms.metric,
            condition: terms.condition,
            periodFrom: period.from,
            periodTo: period.to,
          };
          events.push(
            ...addAlert(company, {
              estateId: estate.id,
              ruleId,
              terms,
              told: { ...told, ...figure },
              nightMs,
              nth: raised.size,
              by,
            }),
          );
        }
  }
  return events;

  /** The periods that have ended the night before, since the rule stands. */
  function ended(terms: AlertTerms, today: string) {
    return periodsToJudge(terms, today, dayText(company.today - HISTORY_DAYS + 1)).filter(({ to }) => to === today);
  }
}

interface DemoRule {
  readonly id: string;
  readonly terms: AlertTerms;
  readonly stoppedMs: number | null;
}

const columnsOf = ({ thresholdTenths, atLeast, ...terms }: AlertTerms): Row => ({
  ...{ ...terms, threshold_tenths: thresholdTenths, at_least: atLeast },
});

function addRule(
  company: DemoCompany,
  { id, terms, stoppedMs }: DemoRule,
  { setUpMs, by }: { readonly setUpMs: number; readonly by: string },
): PastEvent[] {
  company.rows.add('metric_alert_rule', {
    ...{ company_id: company.id, id, ...columnsOf(terms), estate_ids: null, set_up_by_id: by, set_up_at: iso(setUpMs) },
    ...{ stopped_at: stoppedMs === null ? null : iso(stoppedMs), stopped_by_id: stoppedMs === null ? null : by },
    ...{ seen_seq: null, version: stoppedMs === null ? 1 : 2 },
  });
  const told = { estateId: null, kind: 'metricAlertRule', id, by, facts: { ...terms, estates: null } };
  const setUp = pastEvent(company, { ...told, type: 'metricAlertRule.SET_UP', at: setUpMs });
  if (stoppedMs === null) return [setUp];
  return [setUp, pastEvent(company, { ...told, type: 'metricAlertRule.STOPPED', version: 2, at: stoppedMs })];
}

interface Raised {
  readonly estateId: string;
  readonly ruleId: string;
  readonly terms: AlertTerms;
  /** Period and figure. */
  readonly told: Readonly<Record<'metric' | 'condition' | 'periodFrom' | 'periodTo', string>> & {
    readonly numerator: number;
    readonly denominator: number;
  };
  readonly nightMs: number;
  /** The first that was raised is 1. */
  readonly nth: number;
  readonly by: string;
}

/** An alert, which somebody looked after the next morning and closed some days later, or not yet. */
function addAlert(company: DemoCompany, { estateId, ruleId, terms, told, nightMs, nth, by }: Raised): PastEvent[] {
  const endMs = dayStartMs(company.today);
  const id = idOf(company, `alert/${ruleId}/${estateId}/${told.periodFrom}`, nightMs);
  const seenMs = nightMs + 10 * HOUR_MS + (nth % 7) * 600_000;
  const closedMs = seenMs + (2 + (nth % 5)) * DAY_MS;
  const isSeen = nth % 4 !== 0 && seenMs < endMs;
  const isClosed = isSeen && nth % 4 !== 1 && closedMs < endMs;
  const steps: { readonly type: string; readonly stage: AlertStage; readonly at: number }[] = [
    { type: 'RAISED', stage: 'RAISED', at: nightMs },
    ...(isSeen ? [{ type: 'ACKNOWLEDGED', stage: 'ACKNOWLEDGED', at: seenMs } as const] : []),
    ...(isClosed ? [{ type: 'CLOSED', stage: 'CLOSED', at: closedMs } as const] : []),
  ];
  const { periodFrom, periodTo, numerator, denominator } = told;
  company.rows.add('metric_alert', {
    ...{ company_id: company.id, id, estate_id: estateId, rule_id: ruleId, ...columnsOf(terms) },
    ...{ period_from: periodFrom, period_to: periodTo, numerator, denominator, stage: steps.at(-1)?.stage },
    ...{
      raised_at: iso(nightMs),
      acknowledged_at: isSeen ? iso(seenMs) : null,
      acknowledged_by_id: isSeen ? by : null,
    },
    ...{ closed_at: isClosed ? iso(closedMs) : null, closed_by_id: isClosed ? by : null },
    ...{ close_note: isClosed ? '已约谈项目经理，按周复核。' : null, version: steps.length },
  });
  return steps.map(({ type, stage, at }, i): PastEvent => {
    const happened = pastEvent(company, {
      ...{ type: `metricAlert.${type}`, estateId, kind: 'metricAlert', id, version: i + 1, by, at },
      facts: { ruleId, ...told, stage },
    });
    return i === 0 ? { ...happened, row: { ...happened.row, actor_kind: 'SYSTEM', actor_id: null } } : happened;
  });
}
