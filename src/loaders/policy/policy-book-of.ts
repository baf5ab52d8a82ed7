import DataLoader from 'dataloader';
import { isId } from '../../domain/id.js';
import { PolicyBook } from '../../domain/policy/policy-book.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { policyVersions } from '../../tenancy/policy/policy-versions.js';

/**
 * Everything that the company, and the estate if one is named, have set: one statement for all estates that a tick asks
 * for.
 */
export const policyBookOf = (ctx: RequestContext, estateId: string | null): Promise<PolicyBook> =>
  booksOf(ctx).load(estateId ?? '');

const booksOf = (ctx: RequestContext): DataLoader<string, PolicyBook> =>
  ctx.moment.once(booksOf, () => {
    return new DataLoader<string, PolicyBook>(async (estates) => {
      const rows = await ctx.moment.read(policyVersions(ctx.asker.companyId, estates.filter(isId)));
      return estates.map(
        (estate) => new PolicyBook(rows.filter((row) => row.estateId === null || row.estateId === estate)),
      );
    });
  });
