import { describe, expect, test } from '@jest/globals';
import { DomainError } from '../../../src/domain/errors.js';
import { OWED_REPORTS } from '../../../src/domain/obligation/obligation-kind.js';
import { REPORT_KINDS, reportKind } from '../../../src/domain/report/report-kind.js';
import {
  assertPeriodOver,
  becomesOwed,
  lastPeriod,
  reportDue,
  reportPeriod,
} from '../../../src/domain/report/report-period.js';
import { nextReportStage, REPORT_LIFE, REPORT_STAGES, REPORT_VERBS } from '../../../src/domain/report/report-stage.js';
import { assertWritten, neededSections, REPORT_SECTIONS } from '../../../src/domain/report/report-words.js';

const ZONE = 'Asia/Shanghai';
const DAYS = { repairAnalysis: 1, complaintCollation: 5 };
const refusalOf = (work: () => unknown): DomainError | null => {
  try {
    work();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  return null;
};

describe('reports', () => {
  test('R-RPT-21 · a report takes the verbs of its stage and no other; what is approved takes none', () => {
    for (const stage of [null, ...REPORT_STAGES])
      for (const verb of REPORT_VERBS) {
        const step = REPORT_LIFE.find((each) => each.verb === verb && each.from.includes(stage));
        if (step) expect(nextReportStage(verb, stage)).toBe(step.to);
        else expect(refusalOf(() => nextReportStage(verb, stage))?.facts['rule']).toBe('R-RPT-21');
      }
  });

  test.each([
    ['REPAIR_ANALYSIS', '2026-10-01T16:00:00.000Z'],
    ['COMPLAINT_SUMMARY', '2026-10-05T16:00:00.000Z'],
    ['COMPLAINT_COLLATION', '2026-10-05T16:00:00.000Z'],
    ['COMPLAINT_ANALYSIS', '2026-10-05T16:00:00.000Z'],
    ['LEADERS_ANALYSIS', '2026-10-08T16:00:00.000Z'],
  ] as const)('R-RPR-20, R-CMP-18, P-06, P-06b, D-14 · of September a %s is due by %s', (kind, until) => {
    const period = { from: '2026-09-01', to: '2026-10-01' };
    expect(reportPeriod(kind, '2026-09-17')).toEqual(period);
    expect(lastPeriod(kind, '2026-10-31')).toEqual(period);
    const due = reportDue(kind, period, DAYS, ZONE);
    expect(Date.parse(until) - due.getTime()).toBeLessThanOrEqual(1_000);
    expect(due.getTime()).toBeLessThan(Date.parse(until) + 1);
  });

  test('R-VIS-30, D-14 · the report to owners is of a half of a year, and due by the end of the month after it', () => {
    expect(reportPeriod('OWNERS_REPORT', '2026-06-30')).toEqual({ from: '2026-01-01', to: '2026-07-01' });
    expect(lastPeriod('OWNERS_REPORT', '2026-12-31')).toEqual({ from: '2026-01-01', to: '2026-07-01' });
    const due = reportDue('OWNERS_REPORT', { from: '2026-07-01', to: '2027-01-01' }, DAYS, ZONE);
    expect(due.toISOString().slice(0, 10)).toBe('2027-01-31');
  });

  test('R-RPT-21 · nothing is reported before its period is over, and nothing becomes owed that nobody knew of a week after its deadline', () => {
    const period = { from: '2026-09-01', to: '2026-10-01' };
    expect(refusalOf(() => assertPeriodOver(period, '2026-09-30'))).toMatchObject({ facts: { rule: 'R-RPT-21' } });
    expect(refusalOf(() => assertPeriodOver(period, '2026-10-01'))).toBeNull();
    const due = new Date('2026-10-05T16:00:00Z');
    expect(becomesOwed(due, new Date('2026-10-12T16:00:00Z'))).toBe(true);
    expect(becomesOwed(due, new Date('2026-10-12T16:00:01Z'))).toBe(false);
  });

  test('R-CMP-35, R-RPT-20 · an analysis of complaints, and of all feedback, is not handed in without suggestions', () => {
    const none = { summary: null, problems: null, measures: null, suggestions: null };
    for (const kind of REPORT_KINDS) {
      const needed = neededSections(kind);
      expect(refusalOf(() => assertWritten(kind, none))?.facts).toMatchObject({
        path: 'input.reportId',
        missing: needed,
      });
      const all = Object.fromEntries(REPORT_SECTIONS.map((section) => [section, '有']));
      expect(refusalOf(() => assertWritten(kind, { ...none, ...all }))).toBeNull();
    }
    expect(neededSections('COMPLAINT_ANALYSIS')).toContain('suggestions');
    expect(neededSections('LEADERS_ANALYSIS')).toContain('suggestions');
  });

  test('R-RPT-20, R-RPT-21 · what is owed as a report is what kinds of reports owe, and none draws a figure twice', () => {
    expect(REPORT_KINDS.map((kind) => reportKind(kind).owed)).toEqual(OWED_REPORTS);
    for (const kind of REPORT_KINDS) {
      const { figures } = reportKind(kind);
      expect(new Set(figures).size).toBe(figures.length);
    }
  });
});
