import { sql } from 'kysely';
import type { BankLineDraft } from '../../../domain/bank-file/bank-mapping.js';
import type { BankFile } from '../../../entities/bank-file/bank-file.entity.js';
import { newId } from '../../../entities/new-id.js';
import { sqlFor } from '../../../tenancy/read/tables.js';
import type { CommandContext } from '../../command/command-context.js';

/** A line of a file with its number. */
export interface NumberedDraft extends BankLineDraft {
  readonly line: number;
}

/**
 * Writes the lines of a file that did not come before, as one statement.
 * @returns how many were new, and the numbers of those whose number at the bank came before with another sum or day
 * @rule R-FEE-11
 */
export async function writeBankLines(
  ctx: CommandContext,
  { id, estateId, account, method, currency }: BankFile,
  drafts: readonly NumberedDraft[],
): Promise<{ readonly taken: number; readonly contradicting: readonly number[] }> {
  const rows = drafts.map((draft) => ({ id: newId(), ...draft }));
  const of = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, line int, "bankReference" text,
    "payerReference" text, "amountMinor" bigint, "feeMinor" bigint, "bookedDay" date)`;
  const taken = await ctx.read(
    sql<{ readonly line: number }>`
      insert into bank_line (company_id, id, estate_id, file_id, line, account, method, bank_reference, payer_reference, amount_minor,
                             fee_minor, currency, booked_day, state, version)
      select ${ctx.companyId}::uuid, r.id, ${estateId}::uuid, ${id}::uuid, r.line, ${account}, ${method}, r."bankReference",
             r."payerReference", r."amountMinor", r."feeMinor", ${currency}, r."bookedDay", 'WAITING', 1
        from ${of}
      on conflict (company_id, estate_id, account, bank_reference) do nothing
      returning line`.compile(sqlFor),
  );
  const contradicting = await ctx.read(
    sql<{ readonly line: number }>`
      select r.line from ${of}
        join bank_line b on b.company_id = ${ctx.companyId}::uuid and b.estate_id = ${estateId}::uuid and b.account = ${account}
         and b.bank_reference = r."bankReference"
       where (b.amount_minor, b.booked_day) <> (r."amountMinor", r."bookedDay")
       order by r.line`.compile(sqlFor),
  );
  return { taken: taken.length, contradicting: contradicting.map(({ line }) => line) };
}
