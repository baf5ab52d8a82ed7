import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { RefreshSessionInput } from '../../schema/identity/refresh-session.input.js';
import { SessionType } from '../../schema/identity/session.type.js';
import { SignInInput } from '../../schema/identity/sign-in.input.js';
import { refreshSession } from '../../services/identity/refresh-session.js';
import { signIn } from '../../services/identity/sign-in.js';
import { signOut } from '../../services/identity/sign-out.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { shownSession } from './shown-session.js';

/** Signing in, staying so, and signing out. */
@Resolver()
export class SessionResolver {
  @Mutation(() => SessionType, {
    nullable: true,
    description:
      'Signs in. UNAUTHENTICATED, always the same, when login and password do not fit; LIMIT_EXCEEDED with `retryAfter` after too many failures.',
  })
  async signIn(
    @Arg('input', () => SignInInput, { description: 'Who.' }) input: SignInInput,
    @Ctx() ctx: RequestContext,
  ) {
    await ctx.renew();
    return shownSession(ctx, await signIn(ctx.house, input, ctx.facts.address));
  }

  @Mutation(() => SessionType, {
    nullable: true,
    description:
      'Exchanges a refresh token for a new session. Each works once; the second use of one, however soon, ends the sign-in, so refresh one at a time.',
  })
  async refreshSession(
    @Arg('input', () => RefreshSessionInput, { description: 'The token.' }) input: RefreshSessionInput,
    @Ctx() ctx: RequestContext,
  ) {
    await ctx.renew();
    return shownSession(ctx, await refreshSession(ctx.house, input.refreshToken));
  }

  @Mutation(() => Boolean, {
    nullable: true,
    description:
      "Ends the sign-in of the request's token: its refresh token at once, its access tokens within a second everywhere. False for a token that belongs to no sign-in.",
  })
  async signOut(@Ctx() ctx: RequestContext): Promise<boolean> {
    const { asker } = ctx;
    await ctx.renew();
    return signOut(ctx.house, asker, ctx.bearer?.familyId ?? null);
  }
}
