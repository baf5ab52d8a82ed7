import { conflict, invalidInput } from '../../domain/errors.js';
import { formatInForce, type FormatVersion } from '../../domain/numbering/format-in-force.js';
import { formatsClash } from '../../domain/numbering/formats-clash.js';
import { readNumberFormat } from '../../domain/numbering/number-format.js';
import { NUMBER_SUBJECT_CODES, type NumberSubject } from '../../domain/numbering/number-subject.js';
import { localDay } from '../../domain/place/local-day.js';
import { assertPlausibleDay } from '../../domain/place/plausible-day.js';
import { Company } from '../../entities/company/company.entity.js';
import { newId } from '../../entities/new-id.js';
import { NumberFormatVersion } from '../../entities/numbering/number-format-version.entity.js';
import { Estate } from '../../entities/place/estate.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findRow } from '../place/steps/find-row.js';
import { flushUnique } from '../place/steps/flush-unique.js';

interface SetNumberFormat extends CommandInput {
  readonly subject: NumberSubject;
  /** Null: the company's, for all estates without one of their own. */
  readonly estateId?: string | null;
  /** Null goes back to the company's, or the product's. */
  readonly format?: string | null;
  readonly fromDay: string;
}

/**
 * Sets how numbers of a subject are written from a day on. Numbers that were drawn stay as they are, and the count of
 * the year goes on.
 * @throws NOT_FOUND estate
 * @throws FORBIDDEN numbering.manage on the estate, or on all for the company's
 * @throws INVALID_INPUT for a format that does not tell estate, kind, year and count, or that could write a number of
 * another series or of an earlier format; for a day before the last change of this scope
 * @throws CONFLICT when the format of that day was set already
 */
export async function setNumberFormat(
  ctx: CommandContext,
  input: SetNumberFormat,
): Promise<{ formatId: string; estateId: string | null; subject: NumberSubject; fromDay: string }> {
  const { companyId } = ctx;
  const { subject, fromDay } = input;
  const estate = input.estateId == null ? null : await findRow(ctx, Estate, 'estate', input.estateId);
  const estateId = estate?.id ?? null;
  authorizeOn(ctx.principal, 'numbering.manage', estateId);
  const zone = estate?.timeZone ?? (await ctx.em.findOneOrFail(Company, { id: companyId })).timeZone;
  assertPlausibleDay('input.fromDay', fromDay, localDay(ctx.clock.now(), zone));
  const format = input.format ?? null;
  if (format !== null) readNumberFormat('input.format', format, estateId === null);
  const versions = await ctx.em.find(NumberFormatVersion, { companyId });
  const own = versions.filter((version) => version.subject === subject && (version.estateId ?? null) === estateId);
  if (own.some((version) => version.fromDay === fromDay))
    throw conflict('The format of that day was set already.', { what: 'numberFormat', fromDay });
  if (own.some((version) => version.fromDay > fromDay))
    throw invalidInput('input.fromDay', 'lies before the last change of this format');
  if (format !== null) assertDistinct(versions, { estateId, subject, format, fromDay });
  const row = ctx.em.create(NumberFormatVersion, {
    ...{ companyId, id: newId(), estateId, subject, format, fromDay, createdAt: ctx.clock.now() },
  });
  await flushUnique(ctx, 'numberFormat');
  ctx.record({
    type: 'numbering.FORMAT_SET',
    estateId,
    subjectKind: 'numberFormat',
    subjectId: row.id,
    subjectVersion: 1,
    visibility: 'INTERNAL',
    facts: { subject, format, fromDay },
  });
  return { formatId: row.id, estateId, subject, fromDay };
}

/**
 * No number may be written twice on one estate: the new format is held against every format that its estates have had
 * or have, of this subject and of the others.
 */
function assertDistinct(versions: readonly FormatVersion[], wanted: FormatVersion & { readonly format: string }): void {
  const estates = new Set(versions.flatMap(({ estateId }) => estateId ?? []));
  const scopes = wanted.estateId == null ? [null, ...estates] : [wanted.estateId];
  const mine = { subject: wanted.subject, format: readNumberFormat('input.format', wanted.format, false) };
  for (const scope of scopes) {
    const days = [wanted.fromDay, ...versions.map(({ fromDay }) => fromDay), '0000-00-00'];
    for (const subject of NUMBER_SUBJECT_CODES)
      for (const day of days) {
        const other = formatInForce(versions, { estateId: scope ?? null, subject, day }).format;
        if (formatsClash(mine, { subject, format: readNumberFormat('format', other, false) }))
          throw invalidInput('input.format', `could write a number that ${subject} writes as ${other}`, { subject });
      }
  }
}
