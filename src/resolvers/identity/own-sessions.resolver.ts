import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { ownSessions } from '../../loaders/identity/own-sessions.js';
import { AcceptInvitationInput } from '../../schema/identity/accept-invitation.input.js';
import { ActiveSessionType } from '../../schema/identity/active-session.type.js';
import { ChangePasswordInput } from '../../schema/identity/change-password.input.js';
import { ResetPasswordInput } from '../../schema/identity/reset-password.input.js';
import { RevokeSessionInput } from '../../schema/identity/revoke-session.input.js';
import { SessionType } from '../../schema/identity/session.type.js';
import { acceptInvitation } from '../../services/identity/accept-invitation.js';
import { changePassword } from '../../services/identity/change-password.js';
import { resetPassword } from '../../services/identity/reset-password.js';
import { revokeAllSessions } from '../../services/identity/revoke-all-sessions.js';
import { revokeSession } from '../../services/identity/revoke-session.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { shownSession } from './shown-session.js';

/** What everybody does about the own login, with or without a token. */
@Resolver()
export class OwnSessionsResolver {
  @Query(() => [ActiveSessionType], {
    description: 'Your own sign-ins that go on, the latest refreshed first, 100 at most.',
  })
  sessions(@Ctx() ctx: RequestContext) {
    return ownSessions(ctx);
  }

  @Mutation(() => Boolean, {
    nullable: true,
    description:
      'Ends one of your own sign-ins: its refresh token at once, its access tokens and sockets within a second. NOT_FOUND when it is none of yours or has ended.',
  })
  async revokeSession(
    @Arg('input', () => RevokeSessionInput, { description: 'Which.' }) input: RevokeSessionInput,
    @Ctx() ctx: RequestContext,
  ): Promise<boolean> {
    const { asker } = ctx;
    await ctx.renew();
    await revokeSession(ctx.house, asker, input.sessionId);
    return true;
  }

  @Mutation(() => Int, {
    nullable: true,
    description: 'Ends all your sign-ins, this one too, within a second everywhere; says how many.',
  })
  async revokeAllSessions(@Ctx() ctx: RequestContext): Promise<number> {
    const { asker } = ctx;
    await ctx.renew();
    return revokeAllSessions(ctx.house, asker);
  }

  @Mutation(() => Boolean, {
    nullable: true,
    description:
      'Sets a new password and ends all your other sign-ins within a second. INVALID_INPUT at `input.oldPassword` when that does not fit; LIMIT_EXCEEDED with `retryAfter` after too many failures.',
  })
  async changePassword(
    @Arg('input', () => ChangePasswordInput, { description: 'The passwords.' }) input: ChangePasswordInput,
    @Ctx() ctx: RequestContext,
  ): Promise<boolean> {
    const { asker } = ctx;
    await ctx.renew();
    await changePassword(ctx.house, asker, input, ctx.bearer?.familyId ?? null, ctx.facts.address);
    return true;
  }

  @Mutation(() => Boolean, {
    nullable: true,
    description:
      'Sets a new password with a one-time code and ends all sign-ins of the login. UNAUTHENTICATED, always the same, when login and code do not fit; LIMIT_EXCEEDED with `retryAfter` after too many failures.',
  })
  async resetPassword(
    @Arg('input', () => ResetPasswordInput, { description: 'Login, code and password.' }) input: ResetPasswordInput,
    @Ctx() ctx: RequestContext,
  ): Promise<boolean> {
    await ctx.renew();
    await resetPassword(ctx.house, input, ctx.facts.address);
    return true;
  }

  @Mutation(() => SessionType, {
    nullable: true,
    description:
      'Opens the account of an invited resident and signs in (D-30). UNAUTHENTICATED, always the same, when company and code do not fit; CONFLICT when the login is taken, and the code stays good.',
  })
  async acceptInvitation(
    @Arg('input', () => AcceptInvitationInput, { description: 'Code and login.' }) input: AcceptInvitationInput,
    @Ctx() ctx: RequestContext,
  ) {
    await ctx.renew();
    return shownSession(ctx, await acceptInvitation(ctx.house, input, ctx.facts.address));
  }
}
