import { localDay } from '../../../domain/place/local-day.js';
import { Company } from '../../../entities/company/company.entity.js';
import { Estate } from '../../../entities/place/estate.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { findRow } from '../../place/steps/find-row.js';

/**
 * The IANA zone of an estate's days, or of the company's own where `estateId` is null.
 * @throws NOT_FOUND estate
 */
export async function zoneOf(ctx: CommandContext, estateId: string | null): Promise<string> {
  if (estateId !== null) return (await findRow(ctx, Estate, 'estate', estateId)).timeZone;
  return (await ctx.em.findOneOrFail(Company, { id: ctx.companyId })).timeZone;
}

/** The local day of an instant at an estate, or at the company. @throws NOT_FOUND estate */
export const dayAt = async (ctx: CommandContext, estateId: string | null, at: Date): Promise<string> =>
  localDay(at, await zoneOf(ctx, estateId));
