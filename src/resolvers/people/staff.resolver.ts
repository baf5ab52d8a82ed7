import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { maskPhone } from '../../domain/people/mask-phone.js';
import { buildingsOfSteward } from '../../loaders/people/buildings-of-steward.js';
import { departmentById } from '../../loaders/people/department-by-id.js';
import { staffById, type StaffRow } from '../../loaders/people/staff-by-id.js';
import { staffPage } from '../../loaders/people/staff-page.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { DepartmentType } from '../../schema/people/department.type.js';
import { StaffConnection } from '../../schema/people/staff-connection.type.js';
import { StaffFilterInput } from '../../schema/people/staff-filter.input.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { PageArgs } from '../../schema/page-args.js';
import { BuildingType } from '../../schema/place/building.type.js';
import { EstateType } from '../../schema/place/estate.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { found } from '../found.js';
import { readsWhole } from './whole-person.js';

/** Members of staff: their list and edges. */
@Resolver(() => StaffType)
export class StaffResolver {
  @Query(() => StaffConnection, {
    description:
      "Staff of the viewer's estates, and those who belong to no single estate, by name. Needs `staff.read`.",
  })
  staffMembers(
    @Ctx() ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => StaffFilterInput, { nullable: true, description: 'Which ones; all where nothing is said.' })
    filter: StaffFilterInput | null,
  ) {
    return staffPage(ctx, filter ?? {}, page);
  }

  @Query(() => StaffType, { nullable: true, description: 'One member of staff. Needs `staff.read`.' })
  staffMember(@Ctx() ctx: RequestContext, @Arg('id', () => ID, { description: 'The id.' }) id: string) {
    return found('staff', staffById(ctx).load(id));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Telephone number; masked (`138****5678`) unless the viewer holds `customer.unmask` on the estate, or on all where the person belongs to no single one, or is that person.',
  })
  phone(@Root() staff: StaffRow, @Ctx() ctx: RequestContext) {
    return staff.phone === null || readsWhole(ctx.asker, staff) ? staff.phone : maskPhone(staff.phone);
  }

  @FieldResolver(() => EstateType, { nullable: true, description: 'The one estate of somebody who works on one.' })
  estate(@Root() staff: StaffRow, @Ctx() ctx: RequestContext) {
    return staff.estateId === null ? null : estateById(ctx).load(staff.estateId);
  }

  @FieldResolver(() => DepartmentType, { nullable: true, description: 'The department, where the person has one.' })
  department(@Root() staff: StaffRow, @Ctx() ctx: RequestContext) {
    return staff.departmentId === null ? null : departmentById(ctx).load(staff.departmentId);
  }

  @FieldResolver(() => [BuildingType], { description: 'The buildings that the steward is responsible for (R-ORG-33).' })
  buildings(@Root() staff: StaffRow, @Ctx() ctx: RequestContext) {
    return buildingsOfSteward(ctx).load(staff.id);
  }
}
