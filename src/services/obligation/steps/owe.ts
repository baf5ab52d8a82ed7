import type { Role } from '../../../domain/identity/role.js';
import type { ObligationKind, ObligationSubject } from '../../../domain/obligation/obligation-kind.js';
import { newId } from '../../../entities/new-id.js';
import { Obligation } from '../../../entities/obligation/obligation.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { recordObligationEvent } from './record-obligation-event.js';

/** Who owes it: a person, or whoever stands at a post. */
export type ObligationOwner = { readonly ownerId: string } | { readonly ownerPost: Role };

/** Something that becomes owed. */
interface Owed {
  readonly kind: ObligationKind;
  /** Null: the company's own. */
  readonly estateId: string | null;
  readonly subjectKind: ObligationSubject;
  readonly subjectId: string;
  readonly owner: ObligationOwner;
  /** Since when; now unless told otherwise. */
  readonly since?: Date;
  /** By when; the instant itself is still in time. */
  readonly dueAt: Date;
}

/** Has somebody owe something by an instant: missed when that passes, unless it was settled before. */
export function owe(ctx: CommandContext, owed: Owed): Obligation {
  const { owner, since = ctx.clock.now(), ...rest } = owed;
  const obligation = ctx.em.create(Obligation, {
    companyId: ctx.companyId,
    id: newId(),
    ...rest,
    ownerId: 'ownerId' in owner ? owner.ownerId : null,
    ownerPost: 'ownerPost' in owner ? owner.ownerPost : null,
    state: 'OPEN',
    owedSince: since,
    version: 1,
  });
  ctx.setTimer('OBLIGATION_DUE', obligation.id, obligation.dueAt);
  recordObligationEvent(ctx, obligation, 'OWED', since);
  return obligation;
}
