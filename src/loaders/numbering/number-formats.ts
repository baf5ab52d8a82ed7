import { sql } from 'kysely';
import { formatInForce } from '../../domain/numbering/format-in-force.js';
import { frameOf, readNumberFormat, writeNumber } from '../../domain/numbering/number-format.js';
import { NUMBER_SUBJECT_CODES, NUMBER_SUBJECTS } from '../../domain/numbering/number-subject.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';

/** Stands in examples where no estate is asked for. */
const SAMPLE_ESTATE = 'E01';

/**
 * How each subject is numbered on a day: on an estate, or in the company where none is named; with the versions that
 * the estate and the company have set, newest first.
 */
export async function numberFormats(
  ctx: RequestContext,
  of: { readonly estate: { readonly id: string; readonly code: string } | null; readonly day: string },
) {
  const { estate, day } = of;
  const versions = await ctx.moment.read(
    sqlFor
      .selectFrom('number_format_version as v')
      .select(columns('v', 'id', 'estate_id', 'subject', 'format', 'from_day', 'created_at'))
      .where('v.company_id', '=', ctx.asker.companyId)
      .where(sql<boolean>`(v.estate_id is null or v.estate_id = ${estate?.id ?? null}::uuid)`)
      .orderBy('v.from_day', 'desc')
      .orderBy('v.id', 'desc'),
  );
  return NUMBER_SUBJECT_CODES.map((subject) => {
    const { format, source } = formatInForce(versions, { estateId: estate?.id ?? null, subject, day });
    const parts = { estateCode: estate?.code ?? SAMPLE_ESTATE, kind: NUMBER_SUBJECTS[subject], day };
    return {
      ...{ subject, format, source },
      example: writeNumber(frameOf(readNumberFormat('format', format, false), parts), 42),
      versions: versions.filter((version) => version.subject === subject),
    };
  });
}
