import type { EstateGroupKind } from '../../domain/place/estate-group-kind.js';
import { newId } from '../../entities/new-id.js';
import { EstateGroup } from '../../entities/place/estate-group.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { flushUnique } from './steps/flush-unique.js';

interface CreateEstateGroup extends CommandInput {
  readonly kind: EstateGroupKind;
  readonly name: string;
}

/**
 * Creates an empty group of estates.
 * @throws FORBIDDEN group.manage without it on all estates
 * @throws CONFLICT when the name is taken in the kind
 */
export async function createEstateGroup(ctx: CommandContext, input: CreateEstateGroup): Promise<{ groupId: string }> {
  authorizeOn(ctx.principal, 'group.manage', null);
  const group = ctx.em.create(EstateGroup, {
    companyId: ctx.companyId,
    id: newId(),
    kind: input.kind,
    name: input.name,
  });
  await flushUnique(ctx, 'estate group');
  ctx.record({
    type: 'place.ESTATE_GROUP_CREATED',
    estateId: null,
    subjectKind: 'estateGroup',
    subjectId: group.id,
    subjectVersion: 1,
    visibility: 'INTERNAL',
    facts: { kind: group.kind },
  });
  return { groupId: group.id };
}
