import type { CommandContext } from '../command/command-context.js';

/** Removes how a person wanted to be told, with the mail address: who was erased or has left is not written to. @rule Q-24 */
export async function forgetPreference(ctx: CommandContext, personId: string): Promise<void> {
  await ctx.execute('delete from message_preference where company_id = $1 and id = $2', [ctx.companyId, personId]);
}
