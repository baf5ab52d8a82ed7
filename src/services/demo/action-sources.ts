import type { ActionSource } from '../../domain/corrective-action/action-source.js';
import type { DemoCompany, DemoEstate } from './demo-company.js';

/** What an action comes of. */
export interface Source {
  readonly kind: ActionSource;
  readonly id: string;
  readonly atMs: number;
  /** Who raises it with what shows it; null: the estate does, an hour later. */
  readonly raisedBy: string | null;
  readonly problem: string;
  readonly cause: string;
  readonly measure: string;
}

/** The latest of each kind: at most eight complaints, two summaries and one round of an estate; every finding of published inspections. */
export function sourcesOf({ rows }: DemoCompany, estate: DemoEstate): Source[] {
  const complaints = rows
    .of('complaint')
    .filter((row) => row['estate_id'] === estate.id && row['substantiated'] === true)
    .map((row): Source => ({
      ...{
        kind: 'COMPLAINT',
        raisedBy: null,
        id: String(row['ticket_id']),
        atMs: Date.parse(String(row['judged_at'])),
      },
      problem: '同类投诉一月内重复出现。',
      cause: '巡查频次不足，交接未记录。',
      measure: '加密巡查并在交接本签字。',
    }));
  const summaries = rows
    .of('visit_summary')
    .filter((row) => row['estate_id'] === estate.id && row['stage'] === 'APPROVED' && row['period'] === 'MONTH')
    .map((row): Source => ({
      ...{ kind: 'VISIT_SUMMARY', raisedBy: null, id: String(row['id']), atMs: Date.parse(String(row['decided_at'])) },
      problem: '地下车库照明不足。',
      cause: '灯具老化，未列入更换计划。',
      measure: '分区更换灯具，列入季度检查。',
    }));
  const rounds = rows
    .of('survey_estate')
    .filter((row) => row['estate_id'] === estate.id && row['published_at'] !== null)
    .map((row): Source => ({
      ...{
        kind: 'SURVEY_ESTATE',
        raisedBy: null,
        id: String(row['id']),
        atMs: Date.parse(String(row['published_at'])),
      },
      problem: '休闲设施得分低于上一轮。',
      cause: '儿童区设施老化，巡检间隔过长。',
      measure: '更换设施并每周巡检。',
    }));
  const findings = rows
    .of('inspection_finding')
    .filter((row) => row['estate_id'] === estate.id)
    .map((row): Source => ({
      ...{ kind: 'INSPECTION_FINDING', id: String(row['id']), atMs: Date.parse(String(row['found_at'])) },
      ...{ raisedBy: String(row['found_by_id']), problem: String(row['problem']) },
      cause: '现场核对与记录复核不到位。',
      measure: '主管每周抽核十单，结果随周报上报。',
    }));
  return [...complaints.slice(-8), ...summaries.slice(-2), ...rounds.slice(-1), ...findings].sort(
    (a, b) => a.atMs - b.atMs,
  );
}
