import { CareMark } from '../../entities/care/care-mark.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { checkMark } from './steps/check-mark.js';

interface RecordCareCheck extends CommandInput {
  readonly careMarkId: string;
  /** When somebody looked, for what is entered late. */
  readonly occurredAt?: Date | null;
}

/**
 * Records that somebody has looked after a marked person or unit: every check that was owed by then is done, and the
 * next one is owed from that instant on.
 * @rule R-ORG-34 @rule D-15
 * @throws NOT_FOUND careMark
 * @throws FORBIDDEN care.check
 * @throws CONFLICT when the mark has ended
 * @throws INVALID_INPUT when it happened in the future
 */
export async function recordCareCheck(ctx: CommandContext, input: RecordCareCheck): Promise<{ careMarkId: string }> {
  const mark = await ctx.load(CareMark, 'careMark', input.careMarkId);
  authorizeOn(ctx.principal, 'care.check', mark.estateId);
  await checkMark(ctx, mark, ctx.occurredAt(input.occurredAt));
  return { careMarkId: mark.id };
}
