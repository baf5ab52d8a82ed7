import { formatInForce, type FormatVersion } from '../../../domain/numbering/format-in-force.js';
import { frameOf, readNumberFormat, type NumberFrame } from '../../../domain/numbering/number-format.js';
import { NUMBER_SUBJECTS, seriesOf, type NumberSubject } from '../../../domain/numbering/number-subject.js';
import { shaped } from '../../../tenancy/read/shaped.js';
import { columns, sqlFor } from '../../../tenancy/read/tables.js';
import type { CommandContext, NumberedTable } from '../../command/command-context.js';

/** Whose number, and of which day. */
interface ToNumber {
  readonly subject: NumberSubject;
  readonly estate: { readonly id: string; readonly code: string };
  /** The local day that decides about year and format, `YYYY-MM-DD`. */
  readonly day: string;
}

/** The series to draw from, and how its numbers are written on that day. */
export function seriesFor(
  versions: readonly FormatVersion[],
  { subject, estate, day }: ToNumber,
): { readonly series: string; readonly frame: NumberFrame } {
  const { format } = formatInForce(versions, { estateId: estate.id, subject, day });
  const kind = NUMBER_SUBJECTS[subject];
  const frame = frameOf(readNumberFormat('format', format, false), { estateCode: estate.code, kind, day });
  return { series: seriesOf(subject, day), frame };
}

interface FormatsWanted {
  readonly companyId: string;
  readonly estateId: string;
  readonly subject: NumberSubject;
  readonly day: string;
}

/** The formats of a subject that have begun by a day: of the estate and of the company. */
const FORMATS = shaped(({ companyId, estateId, subject, day }: FormatsWanted) =>
  sqlFor
    .selectFrom('number_format_version as f')
    .select(columns('f', 'estate_id', 'subject', 'format', 'from_day'))
    .where('f.company_id', '=', companyId)
    .where('f.subject', '=', subject)
    .where('f.from_day', '<=', day)
    .where((where) => where.or([where('f.estate_id', '=', estateId), where('f.estate_id', 'is', null)])),
);

/** Lets a new row draw the next number of its estate, subject and year, written by the format in force on that day. */
export async function numberRow(
  ctx: CommandContext,
  row: ToNumber & { readonly table: NumberedTable; readonly id: string },
): Promise<void> {
  const { table, id, subject, estate, day } = row;
  const versions = await ctx.read(FORMATS({ companyId: ctx.companyId, estateId: estate.id, subject, day }));
  ctx.numbers.push({ table, id, estateId: estate.id, ...seriesFor(versions, { subject, estate, day }) });
}
