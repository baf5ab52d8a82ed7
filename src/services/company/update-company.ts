import { assertTimeZone } from '../../domain/place/time-zone.js';
import { Company } from '../../entities/company/company.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { takeChanges } from '../place/steps/take-changes.js';

/** What is absent stays. */
interface UpdateCompany extends CommandInput {
  readonly name?: string | null;
  readonly timeZone?: string | null;
}

/**
 * Renames the company, or moves its head office to another time zone. The code stays: logins carry it.
 * @throws FORBIDDEN company.manage
 * @throws INVALID_INPUT when the name or the zone is null, or the zone is no IANA zone
 */
export async function updateCompany(ctx: CommandContext, input: UpdateCompany): Promise<{ companyId: string }> {
  authorizeOn(ctx.principal, 'company.manage', null);
  if (input.timeZone != null) assertTimeZone('input.timeZone', input.timeZone);
  const company = await ctx.em.findOneOrFail(Company, { id: ctx.companyId });
  const changed = takeChanges(company, input, ['name', 'timeZone'], 'required');
  ctx.record({
    type: 'company.UPDATED',
    estateId: null,
    subjectKind: 'company',
    subjectId: company.id,
    subjectVersion: 1,
    visibility: 'INTERNAL',
    facts: { changed: changed.join(',') },
  });
  return { companyId: company.id };
}
