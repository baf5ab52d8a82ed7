import { sql, type RawBuilder } from 'kysely';
import type { Role } from '../../domain/identity/role.js';
import type { ObligationKind } from '../../domain/obligation/obligation-kind.js';
import type { ObligationState } from '../../domain/obligation/obligation-state.js';
import type { Principal } from '../../tenancy/principal.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { among } from '../among.js';
import { obligationsInReach } from './obligation-by-id.js';

/** What obligations are asked for; conditions hold together, and ids that name nothing match nothing. */
export interface ObligationsWanted {
  readonly estateIds?: readonly string[] | null;
  readonly kinds?: readonly ObligationKind[] | null;
  readonly states?: readonly ObligationState[] | null;
  readonly ownerId?: string | null;
  readonly ownerPost?: Role | null;
  /** True: what the asker owes, by name or by post; false does not narrow. */
  readonly mine?: boolean | null;
  readonly subjectId?: string | null;
  /** Due at or after it. */
  readonly dueFrom?: Date | null;
  /** Due before it. */
  readonly dueBefore?: Date | null;
}

/** The obligations that the asker may read and wants, unordered. */
export function wantedObligations(ctx: RequestContext, wanted: ObligationsWanted) {
  const one = (value: string | null | undefined): string[] | null => (value == null ? null : [value]);
  const conditions = [
    among('o.estate_id', 'uuid', wanted.estateIds),
    among('o.kind', 'text', wanted.kinds),
    among('o.state', 'text', wanted.states),
    among('o.owner_id', 'uuid', one(wanted.ownerId)),
    among('o.owner_post', 'text', one(wanted.ownerPost)),
    among('o.subject_id', 'uuid', one(wanted.subjectId)),
    wanted.mine ? owedBy(ctx.asker) : null,
  ];
  let obligations = obligationsInReach(ctx);
  for (const condition of conditions) if (condition) obligations = obligations.where(condition);
  if (wanted.dueFrom) obligations = obligations.where('o.due_at', '>=', wanted.dueFrom);
  if (wanted.dueBefore) obligations = obligations.where('o.due_at', '<', wanted.dueBefore);
  return obligations;
}

/** What somebody owes: by name, or as holder of a post on the estate. @rule D-11 */
function owedBy(asker: Principal): RawBuilder<boolean> {
  const everywhere = asker.roles.filter((held) => held.everywhere).map((held) => held.role);
  const somewhere = asker.roles
    .filter((held) => !held.everywhere)
    .flatMap((held) => held.estateIds.map((estateId) => ({ role: held.role, estateId })));
  return sql<boolean>`(o.owner_id = ${asker.subjectId}::uuid or o.owner_post = any(${everywhere}::text[])
    or (o.owner_post, o.estate_id) in (select * from unnest(${somewhere.map((held) => held.role)}::text[], ${somewhere.map((held) => held.estateId)}::uuid[])))`;
}
