import { sql } from 'kysely';
import type { Currency } from '../../../domain/money/money.js';
import { BankFile } from '../../../entities/bank-file/bank-file.entity.js';
import { newId } from '../../../entities/new-id.js';
import { sqlFor } from '../../../tenancy/read/tables.js';
import type { CommandContext } from '../../command/command-context.js';
import type { NumberedAnswer } from './read-result.js';

/** Under this account money that was withheld stands in suspense. */
const ACCOUNT = 'WITHHOLDING';

/**
 * Puts money that a bank has withheld and nobody asked for so into suspense, once by its number; a person says whose it is.
 * @returns how much of it was not there before
 * @rule R-FEE-11
 */
export async function suspendWithheld(
  ctx: CommandContext,
  file: { readonly estateId: string; readonly sha256: string; readonly rows: number; readonly currency: Currency },
  answers: readonly NumberedAnswer[],
): Promise<number> {
  if (answers.length === 0) return 0;
  const { companyId, em } = ctx;
  const { estateId, sha256, rows, currency } = file;
  const of = ctx.em.create(BankFile, {
    ...{ companyId, id: newId(), estateId, account: ACCOUNT, method: 'BANK_WITHHOLDING', currency, sha256, rows },
    ...{
      taken: 0,
      repeated: 0,
      bad: 0,
      flaws: [],
      stage: 'DONE',
      loadedAt: ctx.clock.now(),
      finishedAt: ctx.clock.now(),
    },
    ...{ loadedBy: ctx.principal.kind === 'STAFF' ? ctx.principal.subjectId : null, version: 1 },
  });
  await em.flush();
  const lines = answers.flatMap((answer) =>
    answer.paid ? [{ ...answer, id: newId(), number: answer.bankReference ?? answer.reference }] : [],
  );
  const taken = await ctx.read(
    sql<{ readonly id: string }>`
      insert into bank_line (company_id, id, estate_id, file_id, line, account, method, bank_reference, payer_reference, amount_minor,
                             fee_minor, currency, booked_day, state, suspended_for, version)
      select ${companyId}::uuid, r.id, ${estateId}::uuid, ${of.id}::uuid, r.line, ${ACCOUNT}, 'BANK_WITHHOLDING', r.number, r.reference,
             r."amountMinor", r."feeMinor", ${currency}, r.day, 'SUSPENDED', 'UNKNOWN_REFERENCE', 1
        from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as r(id uuid, line int, number text, reference text,
             "amountMinor" bigint, "feeMinor" bigint, day date)
      on conflict (company_id, estate_id, account, bank_reference) do nothing
      returning id`.compile(sqlFor),
  );
  Object.assign(of, { taken: taken.length, repeated: lines.length - taken.length });
  return taken.length;
}
