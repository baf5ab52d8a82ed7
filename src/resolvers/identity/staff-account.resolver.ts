import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { notFound } from '../../domain/errors.js';
import { Secret } from '../../domain/identity/secret.js';
import { staffById } from '../../loaders/people/staff-by-id.js';
import { AssignRoleInput } from '../../schema/identity/assign-role.input.js';
import { CreateStaffAccountInput } from '../../schema/identity/create-staff-account.input.js';
import { EndSessionsOfInput } from '../../schema/identity/end-sessions-of.input.js';
import { ReactivateAccountInput } from '../../schema/identity/reactivate-account.input.js';
import { DisableAccountInput } from '../../schema/identity/disable-account.input.js';
import { EndEmploymentInput, UpdateStaffInput } from '../../schema/people/update-staff.input.js';
import { StaffPayloadType } from '../../schema/identity/staff-payload.type.js';
import { WithdrawRoleInput } from '../../schema/identity/withdraw-role.input.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { assignRole } from '../../services/identity/assign-role.js';
import { createStaffAccount } from '../../services/identity/create-staff-account.js';
import { disableAccount } from '../../services/identity/disable-account.js';
import { endEmployment } from '../../services/identity/end-employment.js';
import { endSessionsOf } from '../../services/identity/end-sessions-of.js';
import { reactivateAccount } from '../../services/identity/reactivate-account.js';
import { withdrawRole } from '../../services/identity/withdraw-role.js';
import { updateStaff } from '../../services/people/update-staff.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';

/** Logins and roles of staff. */
@Resolver(() => StaffPayloadType)
export class StaffAccountResolver {
  @FieldResolver(() => StaffType, { description: 'The member of staff as it stands now.' })
  async staff(@Root() payload: StaffPayloadType, @Ctx() ctx: RequestContext) {
    const staff = await staffById(ctx).load(payload.staffId);
    if (!staff) throw notFound('staff');
    return staff;
  }

  @Mutation(() => StaffPayloadType, {
    nullable: true,
    description:
      'Takes on a member of staff with a login, without any role yet. Needs `staff.manage` on the estate, or on all for somebody of several.',
  })
  createStaffAccount(
    @Arg('input', () => CreateStaffAccountInput, { description: 'Who.' }) input: CreateStaffAccountInput,
    @Ctx() ctx: RequestContext,
  ) {
    const { password, ...person } = input;
    return command(ctx, createStaffAccount, { ...person, password: new Secret(password) });
  }

  @Mutation(() => StaffPayloadType, {
    nullable: true,
    description:
      'Changes name, telephone, department or the one estate of a member of staff; roles stay (R-ORG-29). Needs `staff.manage` where the person works, and where the person goes.',
  })
  updateStaff(
    @Arg('input', () => UpdateStaffInput, { description: 'Who, and what changes.' }) input: UpdateStaffInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, updateStaff, input);
  }

  @Mutation(() => StaffPayloadType, {
    nullable: true,
    description:
      'Ends an employment: logins closed, roles, posts and buildings taken back, within a second everywhere; what the person did stays. Needs `staff.manage`, and power to give every role that the person holds.',
  })
  endEmployment(
    @Arg('input', () => EndEmploymentInput, { description: 'Whose.' }) input: EndEmploymentInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, endEmployment, input);
  }

  @Mutation(() => StaffPayloadType, {
    nullable: true,
    description:
      'Closes the login of a member of staff: tokens are refused and sockets closed within a second. Needs `staff.manage`, and power to give every role that the person holds.',
  })
  disableAccount(
    @Arg('input', () => DisableAccountInput, { description: 'Whose.' }) input: DisableAccountInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, disableAccount, input);
  }

  @Mutation(() => StaffPayloadType, {
    nullable: true,
    description:
      'Opens a closed login again, with the password and the roles that it had. Needs `staff.manage`, and power to give every role that the person holds.',
  })
  reactivateAccount(
    @Arg('input', () => ReactivateAccountInput, { description: 'Whose.' }) input: ReactivateAccountInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, reactivateAccount, input);
  }

  @Mutation(() => StaffPayloadType, {
    nullable: true,
    description:
      'Ends every sign-in of a member of staff within a second; the password stays. Needs `staff.manage`, and power to give every role that the person holds.',
  })
  endSessionsOf(
    @Arg('input', () => EndSessionsOfInput, { description: 'Whose.' }) input: EndSessionsOfInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, endSessionsOf, input);
  }

  @Mutation(() => StaffPayloadType, {
    nullable: true,
    description:
      'Gives a role (D-11, D-18). Needs `role.assign`: an administrator gives every role, an estate manager those of an estate on the own estates.',
  })
  assignRole(
    @Arg('input', () => AssignRoleInput, { description: 'To whom, which, how far.' }) input: AssignRoleInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, assignRole, input);
  }

  @Mutation(() => StaffPayloadType, {
    nullable: true,
    description: 'Takes a role back, within a second everywhere. Who may give it may take it.',
  })
  withdrawRole(
    @Arg('input', () => WithdrawRoleInput, { description: 'Which.' }) input: WithdrawRoleInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, withdrawRole, input);
  }
}
