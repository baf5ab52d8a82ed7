import { nextReportStage, type ReportStage, type ReportVerb } from '../report/report-stage.js';
import type { ReportWords } from '../report/report-words.js';
import type { Random } from './random.js';

/** What became of a report of the past, as its event is named behind `report.`. */
export type ReportHappening = 'DRAFTED' | 'WRITTEN' | 'SUBMITTED' | 'RETURNED' | 'APPROVED';

/** One step of a report, at an instant in milliseconds since 1970. */
export interface ReportStep {
  readonly type: ReportHappening;
  readonly atMs: number;
}

const VERB_OF: Readonly<Record<ReportHappening, ReportVerb>> = {
  DRAFTED: 'draft',
  WRITTEN: 'write',
  SUBMITTED: 'submit',
  RETURNED: 'return',
  APPROVED: 'approve',
};

const HOUR_MS = 3_600_000;
/** How a report went, as often as its weight says. */
const FATES = { IN_TIME: 62, RETURNED: 12, LATE: 12, UNDECIDED: 6, LEFT: 8 } as const;

/** The steps of a report until an instant: handed in before its deadline or after it, sent back, decided on, or left lying. */
export function reportSteps(random: Random, draftedMs: number, dueMs: number, untilMs: number): ReportStep[] {
  const fate = random.weighted(FATES);
  const submittedMs = fate === 'LATE' ? dueMs + random.int(9, 60) * HOUR_MS : dueMs - random.int(7, 13) * HOUR_MS;
  const decidedMs = submittedMs + random.int(3, 30) * HOUR_MS;
  const steps: ReportStep[] = [{ type: 'DRAFTED', atMs: draftedMs }];
  if (fate !== 'LEFT')
    steps.push({ type: 'WRITTEN', atMs: submittedMs - HOUR_MS }, { type: 'SUBMITTED', atMs: submittedMs });
  if (fate === 'RETURNED')
    steps.push(
      { type: 'RETURNED', atMs: decidedMs },
      { type: 'WRITTEN', atMs: decidedMs + 5 * HOUR_MS },
      { type: 'SUBMITTED', atMs: decidedMs + 6 * HOUR_MS },
      { type: 'APPROVED', atMs: decidedMs + 20 * HOUR_MS },
    );
  if (fate === 'IN_TIME' || fate === 'LATE') steps.push({ type: 'APPROVED', atMs: decidedMs });
  return steps.filter(({ atMs }) => atMs < untilMs);
}

/** The stage that steps lead to, each as the life of reports allows it. @rule R-RPT-21 */
export const reportStage = (steps: readonly ReportStep[]): ReportStage | null =>
  steps.reduce<ReportStage | null>((stage, { type }) => nextReportStage(VERB_OF[type], stage), null);

/** What people write beside the figures. */
export const REPORT_TEXT: ReportWords = {
  summary: '本期各项工作平稳，及时率较上期略有提升。',
  problems: '夜间报修到场偏慢；个别回访未达成。',
  measures: '夜班增配一人；回访改为次日上午集中完成。',
  suggestions: '建议公司统一采购易损件，缩短等件时间。',
};
