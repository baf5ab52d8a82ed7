import { ruleRefused } from '../../../domain/errors.js';
import type { CommandContext } from '../../command/command-context.js';

/**
 * The number of an e-invoice is there once in the company, red-letter invoices included; who asks for it again waits.
 * @rule R-CSH-06
 * @throws RULE_REFUSED R-CSH-06 when another e-invoice has it
 */
export async function assertInvoiceIsNew(ctx: CommandContext, number: string): Promise<void> {
  await ctx.execute('select pg_advisory_xact_lock(hashtextextended($1::text, 0))', [
    `e_invoice/${ctx.companyId}/${number}`,
  ]);
  const [found] = await ctx.execute<{ known: boolean }>('select receipt_invoice_is_known($1) as known', [number]);
  if (found?.known) throw ruleRefused('R-CSH-06', 'Another e-invoice has this number.', { number });
}
