import type { MessageReason, MessageState } from '../../domain/notification/message-channel.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';

interface SettleMessage extends CommandInput {
  readonly messageId: string;
  readonly state: MessageState;
  readonly reason: MessageReason | null;
}

const SETTLE = `
update message set state = $3, reason = $4, attempts = attempts + case when $3 = 'SKIPPED' then 0 else 1 end, tried_at = $5
 where company_id = $1 and id = $2 and state = 'WAITING'`;

/** Writes down what became of a message to a person; one that is settled stays so. */
export async function settleMessage(
  ctx: CommandContext,
  { messageId, state, reason }: SettleMessage,
): Promise<Record<string, never>> {
  await ctx.execute(SETTLE, [ctx.companyId, messageId, state, reason, ctx.clock.now()]);
  return {};
}
