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
  const drawn: object[] = [];
  for (const row of rows.of('report')) {
    const { id, estate_id: estateId, kind, from_day: from, until_day: to, as_known_on: asKnownOn } = row;
    const wanted = { estateId: String(estateId), kind: kind as ReportKind, asKnownOn: String(asKnownOn) };
    const period = { from: String(from), to: String(to) };
    drawn.push({ id, figures: await figuresAsKnown(execute, companyId, { ...wanted, period }) });
  }
  await execute(WRITE, [companyId, JSON.stringify(drawn)]);
}
