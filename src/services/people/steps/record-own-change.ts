import type { CommandContext } from '../../command/command-context.js';
import { idsOf } from '../../../tenancy/principal.js';

/** What somebody has changed of what is theirs alone. */
interface OwnChange {
  readonly type: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly subjectVersion: number;
}

/** Tells that the asker has changed something of the asker's own, not what it says, where the asker may write in the log. */
export function recordOwnChange(ctx: CommandContext, change: OwnChange): void {
  const { principal } = ctx;
  const estateId = principal.estates === 'ALL' ? null : (idsOf(principal.estates)?.[0] ?? null);
  const resident = principal.kind === 'RESIDENT';
  const occupancyId = resident ? (principal.occupancyIds[0] ?? null) : null;
  const writable = resident ? occupancyId !== null : estateId !== null || principal.estates === 'ALL';
  if (!writable) return;
  ctx.record({ ...change, estateId, occupancyId, visibility: resident ? 'CUSTOMER' : 'INTERNAL', facts: {} });
}
