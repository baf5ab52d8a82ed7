import type { SessionType } from '../../schema/identity/session.type.js';
import type { OpenSession } from '../../services/identity/steps/open-session.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { viewerOf } from './viewer-of.js';

/** The session as its owner sees it; what is selected below is read as the owner. */
export async function shownSession(ctx: RequestContext, session: OpenSession) {
  await ctx.readAs(session.principal);
  const { accessToken, refreshToken, expiresAt, principal } = session;
  return { accessToken, refreshToken, expiresAt, viewer: viewerOf(principal) } satisfies SessionType;
}
