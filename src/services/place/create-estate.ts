import { assertTimeZone } from '../../domain/place/time-zone.js';
import { Company } from '../../entities/company/company.entity.js';
import { newId } from '../../entities/new-id.js';
import { Estate } from '../../entities/place/estate.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { flushUnique } from './steps/flush-unique.js';

interface CreateEstate extends CommandInput {
  readonly code: string;
  readonly name: string;
  /** The company's where nothing is said. */
  readonly timeZone?: string | null;
  readonly region?: string | null;
  readonly city?: string | null;
  readonly propertyType?: string | null;
  readonly deliveryYear?: number | null;
}

/**
 * Creates an estate of the company.
 * @throws FORBIDDEN estate.manage without it on all estates
 * @throws INVALID_INPUT when the time zone is no IANA zone
 * @throws CONFLICT when the code is taken
 */
export async function createEstate(
  ctx: CommandContext,
  input: CreateEstate,
): Promise<{ estateId: string; version: number }> {
  authorizeOn(ctx.principal, 'estate.manage', null);
  if (input.timeZone != null) assertTimeZone('input.timeZone', input.timeZone);
  const company = await ctx.em.findOneOrFail(Company, { id: ctx.companyId });
  const estate = ctx.em.create(Estate, {
    companyId: ctx.companyId,
    id: newId(),
    code: input.code,
    name: input.name,
    timeZone: input.timeZone ?? company.timeZone,
    region: input.region ?? null,
    city: input.city ?? null,
    propertyType: input.propertyType ?? null,
    deliveryYear: input.deliveryYear ?? null,
    createdAt: ctx.clock.now(),
    version: 1,
  });
  await flushUnique(ctx, 'estate');
  ctx.record({
    type: 'place.ESTATE_CREATED',
    estateId: estate.id,
    subjectKind: 'estate',
    subjectId: estate.id,
    subjectVersion: estate.version,
    visibility: 'INTERNAL',
    facts: { code: estate.code, timeZone: estate.timeZone },
  });
  return { estateId: estate.id, version: estate.version };
}
