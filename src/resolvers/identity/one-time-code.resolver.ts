import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { InviteResidentInput } from '../../schema/identity/invite-resident.input.js';
import { IssuePasswordCodeInput } from '../../schema/identity/issue-password-code.input.js';
import { IssueResidentPasswordCodeInput } from '../../schema/identity/issue-resident-password-code.input.js';
import { OneTimeCodePayloadType } from '../../schema/identity/one-time-code-payload.type.js';
import { inviteResident } from '../../services/identity/invite-resident.js';
import { issuePasswordCode } from '../../services/identity/issue-password-code.js';
import { issueResidentPasswordCode } from '../../services/identity/issue-resident-password-code.js';
import type { IssuedCode } from '../../services/identity/steps/one-time-code.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';
import { shownOnce } from './shown-once.js';

/** One-time codes that are given to people. */
@Resolver()
export class OneTimeCodeResolver {
  @Mutation(() => OneTimeCodePayloadType, {
    nullable: true,
    description:
      'A code with which a member of staff sets a new password by `resetPassword` within an hour. Needs `staff.manage`, and power to give every role that the person holds.',
  })
  async issuePasswordCode(
    @Arg('input', () => IssuePasswordCodeInput, { description: 'For whom.' }) input: IssuePasswordCodeInput,
    @Ctx() ctx: RequestContext,
  ) {
    return shown(await command(ctx, issuePasswordCode, input));
  }

  @Mutation(() => OneTimeCodePayloadType, {
    nullable: true,
    description:
      'A code with which a resident sets a new password by `resetPassword` within an hour. Needs `customer.manage` on the estate.',
  })
  async issueResidentPasswordCode(
    @Arg('input', () => IssueResidentPasswordCodeInput, { description: 'For whom.' })
    input: IssueResidentPasswordCodeInput,
    @Ctx() ctx: RequestContext,
  ) {
    return shown(await command(ctx, issueResidentPasswordCode, input));
  }

  @Mutation(() => OneTimeCodePayloadType, {
    nullable: true,
    description:
      'A code with which the customer of an occupancy opens an account by `acceptInvitation` within fourteen days (D-30). Needs `customer.manage` on the estate.',
  })
  async inviteResident(
    @Arg('input', () => InviteResidentInput, { description: 'For which occupancy.' }) input: InviteResidentInput,
    @Ctx() ctx: RequestContext,
  ) {
    return shown(await command(ctx, inviteResident, input));
  }
}

const shown = ({ code, expiresAt, cursor }: IssuedCode & { readonly cursor: string }): OneTimeCodePayloadType => ({
  code: shownOnce(code),
  expiresAt: new Date(expiresAt),
  cursor,
});
