import type { ReportKind } from '../../domain/report/report-kind.js';
import type { Execute } from '../../tenancy/write/write-transaction.js';
import { figuresAsKnown } from '../report/steps/draw-figures.js';
import type { DemoCompany } from './demo-company.js';

const WRITE = `
update report r set figures = f.figures
  from json_to_recordset($2::json) as f(id uuid, figures jsonb)
 where r.company_id = $1 and r.id = f.id`;

/** Writes the figures into reports, once they are told, as the engine had them when each was drafted. @rule R-RPT-20 */
export async function drawReportFigures({ id: companyId, rows }: DemoCompany, execute: Execute): Promise<void> {
  const alike = Map.groupBy(rows.of('report'), (row) => `${String(row['kind'])}/${String(row['from_day'])}`);
  const drawn: object[] = [];
  for (const reports of alike.values()) {
    const { kind, from_day: from, until_day: to, as_known_on: asKnownOn } = reports[0] ?? {};
    const estateIds = reports.map((row) => String(row['estate_id']));
    const period = { from: String(from), to: String(to) };
    const wanted = { estateIds, kind: kind as ReportKind, period, asKnownOn: String(asKnownOn) };
    const found = await figuresAsKnown(execute, companyId, wanted);
    for (const row of reports) drawn.push({ id: row['id'], figures: found(String(row['estate_id'])) });
  }
  await execute(WRITE, [companyId, JSON.stringify(drawn)]);
}
