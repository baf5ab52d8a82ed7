import type { FormKey, FormLanguage } from '../../domain/form/form-key.js';
import type { RequestContext } from '../../tenancy/request-context.js';

/** How long a link to a form is good at least: ten minutes. */
const LINK_MS = 600_000;

/** A link to a form about something that the asker has read; it is filled as the asker then may read it. */
export function formLink(ctx: RequestContext, key: FormKey, subjectId: string, language: FormLanguage | null) {
  const { companyId, accountId } = ctx.asker;
  const names = [companyId, accountId, key, subjectId, language ?? 'ZH_CN'];
  return ctx.house.links.writeFor('forms', names, LINK_MS);
}
