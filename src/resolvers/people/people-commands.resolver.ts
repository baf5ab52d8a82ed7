import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { customerById } from '../../loaders/people/customer-by-id.js';
import { departmentById } from '../../loaders/people/department-by-id.js';
import { occupancyById } from '../../loaders/people/occupancies.js';
import { staffById } from '../../loaders/people/staff-by-id.js';
import { CreateCustomerInput } from '../../schema/people/create-customer.input.js';
import { CreateDepartmentInput } from '../../schema/people/create-department.input.js';
import { CustomerPayloadType } from '../../schema/people/customer-payload.type.js';
import { DepartmentPayloadType } from '../../schema/people/department-payload.type.js';
import { EndOccupancyInput } from '../../schema/people/end-occupancy.input.js';
import { OccupancyPayloadType } from '../../schema/people/occupancy-payload.type.js';
import { RecordOccupancyInput } from '../../schema/people/record-occupancy.input.js';
import { SetStewardBuildingsInput } from '../../schema/people/set-steward-buildings.input.js';
import { StewardBuildingsPayloadType } from '../../schema/people/steward-buildings-payload.type.js';
import { UpdateCustomerInput } from '../../schema/people/update-customer.input.js';
import { UpdateDepartmentInput } from '../../schema/people/update-department.input.js';
import { createCustomer } from '../../services/people/create-customer.js';
import { createDepartment } from '../../services/people/create-department.js';
import { endOccupancy } from '../../services/people/end-occupancy.js';
import { recordOccupancy } from '../../services/people/record-occupancy.js';
import { setStewardBuildings } from '../../services/people/set-steward-buildings.js';
import { updateCustomer } from '../../services/people/update-customer.js';
import { updateDepartment } from '../../services/people/update-department.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';
import { found } from '../found.js';

/** What changes about people. */
@Resolver()
export class PeopleCommandsResolver {
  @Mutation(() => CustomerPayloadType, {
    nullable: true,
    description: 'Creates a customer. Needs `customer.manage` on the estate.',
  })
  async createCustomer(
    @Arg('input', () => CreateCustomerInput, { description: 'The customer.' }) input: CreateCustomerInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, createCustomer, input);
    return { ...done, customer: await found('customer', customerById(ctx).load(done.customerId)) };
  }

  @Mutation(() => CustomerPayloadType, {
    nullable: true,
    description: 'Changes a customer. Needs `customer.manage` on the estate.',
  })
  async updateCustomer(
    @Arg('input', () => UpdateCustomerInput, { description: 'What changes.' }) input: UpdateCustomerInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, updateCustomer, input);
    return { ...done, customer: await found('customer', customerById(ctx).load(done.customerId)) };
  }

  @Mutation(() => OccupancyPayloadType, {
    nullable: true,
    description: 'Records that a customer holds a unit (D-30). Needs `customer.manage` on the estate.',
  })
  async recordOccupancy(
    @Arg('input', () => RecordOccupancyInput, { description: 'The occupancy.' }) input: RecordOccupancyInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, recordOccupancy, input);
    return { ...done, occupancy: await found('occupancy', occupancyById(ctx).load(done.occupancyId)) };
  }

  @Mutation(() => OccupancyPayloadType, {
    nullable: true,
    description:
      'Ends an occupancy, or moves an end that has not come yet (D-30). Needs `customer.manage` on the estate.',
  })
  async endOccupancy(
    @Arg('input', () => EndOccupancyInput, { description: 'Which one, and when.' }) input: EndOccupancyInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, endOccupancy, input);
    return { ...done, occupancy: await found('occupancy', occupancyById(ctx).load(done.occupancyId)) };
  }

  @Mutation(() => DepartmentPayloadType, {
    nullable: true,
    description: "Creates a department. Needs `department.manage` on the estate, or on all for the company's own.",
  })
  async createDepartment(
    @Arg('input', () => CreateDepartmentInput, { description: 'The department.' }) input: CreateDepartmentInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, createDepartment, input);
    return { ...done, department: await found('department', departmentById(ctx).load(done.departmentId)) };
  }

  @Mutation(() => DepartmentPayloadType, {
    nullable: true,
    description: "Changes a department. Needs `department.manage` on the estate, or on all for the company's own.",
  })
  async updateDepartment(
    @Arg('input', () => UpdateDepartmentInput, { description: 'What changes.' }) input: UpdateDepartmentInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, updateDepartment, input);
    return { ...done, department: await found('department', departmentById(ctx).load(done.departmentId)) };
  }

  @Mutation(() => StewardBuildingsPayloadType, {
    nullable: true,
    description:
      'Sets the buildings of an estate that a steward is responsible for (R-ORG-33). Needs `staff.manage` on the estate.',
  })
  async setStewardBuildings(
    @Arg('input', () => SetStewardBuildingsInput, { description: 'The steward and the buildings.' })
    input: SetStewardBuildingsInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, setStewardBuildings, input);
    return { ...done, staff: await found('staff', staffById(ctx).load(done.staffId)) };
  }
}
