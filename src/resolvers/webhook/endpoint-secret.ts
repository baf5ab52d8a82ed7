import type { EndpointResult } from '../../services/webhook/steps/manage-endpoint.js';
import type { RequestContext } from '../../tenancy/request-context.js';

/** What a command answers that has made a secret; its repeat shows the same one. */
export const withSecret = <R extends EndpointResult>(ctx: RequestContext, done: R) => ({
  ...done,
  secret: ctx.house.webhookSecrets.reveal({ companyId: ctx.asker.companyId, ...done }),
});

/** What every other command answers. */
export const withoutSecret = <R extends EndpointResult>(done: R) => ({ ...done, secret: null });
