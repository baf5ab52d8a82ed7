import type { BankFileMappingInput } from '../../schema/bank-file/bank-file.inputs.js';

/** A mapping as an input says it, in the words of a mapping file. */
export function mappingSaid({ delimiter, skipLines, dayFormats, ...said }: BankFileMappingInput): object {
  const column = (name: string | null | undefined) => (name == null ? undefined : { column: name });
  return {
    file: { delimiter: delimiter ?? undefined, skipLines: skipLines ?? undefined },
    amount: column(said.amount),
    fee: column(said.fee),
    currency: column(said.currency),
    bookedDay: { column: said.bookedDay, formats: dayFormats },
    bankReference: said.bankReference,
    payerReference: said.payerReference ?? undefined,
  };
}
