import { isLastResort, toldChain, type ToldLink } from '../../../domain/duty/told-chain.js';
import { toldCandidates, type ToldCandidateRow, type ToldWanted } from '../../../tenancy/duty/told-candidates.js';
import { executeOf } from '../../../tenancy/write/execute-of.js';
import type { CommandContext } from '../../command/command-context.js';

/**
 * Who is told about each wanted thing, and who is next, from the estate upwards: one statement for all of them. Where
 * nobody stands at the post or leads the department, the estate manager is told, and an event `duty.LAST_RESORT` says
 * so. A command of staff or of the house itself asks; residents see no staff.
 * @rule D-11
 * @throws Error when the asker sees nobody of the staff
 */
export async function whoIsTold(ctx: CommandContext, wanted: readonly ToldWanted[]): Promise<(readonly ToldLink[])[]> {
  if (wanted.length === 0) return [];
  const { text, values } = toldCandidates(ctx.companyId, wanted);
  await ctx.em.flush();
  const rows = await executeOf(ctx.em)<ToldCandidateRow>(text, values);
  return wanted.map((each, ord) => {
    const chain = toldChain(rows.filter((row) => row.ord === ord));
    if (chain.length === 0) throw new Error('Nobody of the staff is in sight.');
    if (isLastResort(chain)) recordLastResort(ctx, each);
    return chain;
  });
}

function recordLastResort(ctx: CommandContext, wanted: ToldWanted): void {
  ctx.record({
    type: 'duty.LAST_RESORT',
    estateId: wanted.estateId,
    subjectKind: 'estate',
    subjectId: wanted.estateId,
    subjectVersion: 1,
    visibility: 'INTERNAL',
    facts: {
      post: 'post' in wanted ? wanted.post : null,
      department: 'post' in wanted ? null : wanted.departmentCode,
      at: (wanted.at ?? ctx.clock.now()).toISOString(),
    },
  });
}
