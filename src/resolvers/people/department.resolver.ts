import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { departmentById, type DepartmentRow } from '../../loaders/people/department-by-id.js';
import { departmentsPage } from '../../loaders/people/departments-page.js';
import { staffById } from '../../loaders/people/staff-by-id.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { DepartmentConnection } from '../../schema/people/department-connection.type.js';
import { DepartmentType } from '../../schema/people/department.type.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { PageArgs } from '../../schema/page-args.js';
import { EstateType } from '../../schema/place/estate.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { found } from '../found.js';

/** Departments: their list and edges. */
@Resolver(() => DepartmentType)
export class DepartmentResolver {
  @Query(() => DepartmentConnection, {
    description: "Departments of the viewer's estates, and the company's own, by code. Needs `department.read`.",
  })
  departments(
    @Ctx() ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('estateIds', () => [ID], { nullable: true, description: 'Only those of these estates.' })
    estateIds: string[] | null,
  ) {
    return departmentsPage(ctx, estateIds, page);
  }

  @Query(() => DepartmentType, { nullable: true, description: 'One department. Needs `department.read`.' })
  department(@Ctx() ctx: RequestContext, @Arg('id', () => ID, { description: 'Its id.' }) id: string) {
    return found('department', departmentById(ctx).load(id));
  }

  @FieldResolver(() => EstateType, { nullable: true, description: "Its estate; null for the company's own." })
  estate(@Root() department: DepartmentRow, @Ctx() ctx: RequestContext) {
    return department.estateId === null ? null : estateById(ctx).load(department.estateId);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who heads it.' })
  head(@Root() department: DepartmentRow, @Ctx() ctx: RequestContext) {
    return department.headId === null ? null : staffById(ctx).load(department.headId);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who stands in for the head.' })
  deputy(@Root() department: DepartmentRow, @Ctx() ctx: RequestContext) {
    return department.deputyId === null ? null : staffById(ctx).load(department.deputyId);
  }
}
