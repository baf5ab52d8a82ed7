import { assertTimeZone } from '../../domain/place/time-zone.js';
import { Estate } from '../../entities/place/estate.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { takeChanges } from './steps/take-changes.js';

/** What is absent stays; null clears what may be empty. */
interface UpdateEstate extends CommandInput {
  readonly estateId: string;
  readonly expectedVersion: number;
  readonly name?: string | null;
  readonly timeZone?: string | null;
  readonly region?: string | null;
  readonly city?: string | null;
  readonly propertyType?: string | null;
  readonly deliveryYear?: number | null;
}

/**
 * Changes an estate.
 * @throws NOT_FOUND estate
 * @throws FORBIDDEN estate.manage
 * @throws INVALID_INPUT when the time zone is no IANA zone, or the name or zone is null
 * @throws CONFLICT when it has changed meanwhile
 */
export async function updateEstate(
  ctx: CommandContext,
  input: UpdateEstate,
): Promise<{ estateId: string; version: number }> {
  const estate = await ctx.load(Estate, 'estate', input.estateId, input.expectedVersion);
  authorizeOn(ctx.principal, 'estate.manage', estate.id);
  if (input.timeZone != null) assertTimeZone('input.timeZone', input.timeZone);
  const changed = [
    ...takeChanges(estate, input, ['name', 'timeZone'], 'required'),
    ...takeChanges(estate, input, ['region', 'city', 'propertyType', 'deliveryYear'], 'clearable'),
  ];
  estate.version += 1;
  ctx.record({
    type: 'place.ESTATE_UPDATED',
    estateId: estate.id,
    subjectKind: 'estate',
    subjectId: estate.id,
    subjectVersion: estate.version,
    visibility: 'INTERNAL',
    facts: { changed: changed.join(','), timeZone: estate.timeZone },
  });
  return { estateId: estate.id, version: estate.version };
}
