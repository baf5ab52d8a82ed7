import { ruleRefused } from '../../../domain/errors.js';
import type { CommandContext } from '../../command/command-context.js';

/**
 * Nobody decides what the same person has prepared: persons are compared, not roles.
 * @throws RULE_REFUSED R-ORG-68
 * @rule R-ORG-68
 */
export function assertAnotherPerson(ctx: CommandContext, preparedBy: string): void {
  if (ctx.principal.subjectId === preparedBy)
    throw ruleRefused('R-ORG-68', 'Another person must decide this.', { preparedBy });
}
