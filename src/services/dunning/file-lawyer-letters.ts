import { nextLetterList } from '../../domain/dunning/approved-list.js';
import { LetterList } from '../../entities/dunning/letter-list.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';

interface FileLawyerLetters extends CommandInput {
  readonly listId: string;
  readonly expectedVersion?: number | null;
  readonly fileNumber: string;
}

/** What a command on a list of letters answers. */
export interface LetterListResult {
  readonly listId: string;
  readonly version: number;
}

/**
 * Files an approved list of lawyer's letters. Needs `dunning.lead` on the estate.
 * @rule R-DUN-10
 * @throws NOT_FOUND letter list
 * @throws CONFLICT when it has changed meanwhile
 * @throws RULE_REFUSED R-DUN-10 unless it is approved and not filed yet
 */
export async function fileLawyerLetters(ctx: CommandContext, input: FileLawyerLetters): Promise<LetterListResult> {
  const list = await ctx.load(LetterList, 'letter list', input.listId, input.expectedVersion);
  authorizeOn(ctx.principal, 'dunning.lead', list.estateId);
  list.state = nextLetterList('file', list.state);
  Object.assign(list, { filedAt: ctx.clock.now(), fileNumber: input.fileNumber });
  return recordListEvent(ctx, list, 'FILED');
}

/** Has a list in its next version, and tells what became of it. */
export function recordListEvent(ctx: CommandContext, list: LetterList, type: 'FILED' | 'SENT'): LetterListResult {
  list.version += 1;
  const { id, estateId, version, state } = list;
  ctx.record({
    ...{ type: `letterList.${type}`, estateId, subjectKind: 'letterList', subjectId: id, subjectVersion: version },
    ...{ visibility: 'INTERNAL', facts: { state } },
  });
  return { listId: id, version };
}
