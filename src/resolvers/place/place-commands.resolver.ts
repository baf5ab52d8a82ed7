import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { buildingById } from '../../loaders/place/building-by-id.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { estateGroupById } from '../../loaders/place/estate-group-by-id.js';
import { unitById } from '../../loaders/place/unit-by-id.js';
import { BuildingPayloadType } from '../../schema/place/building-payload.type.js';
import { CreateBuildingInput } from '../../schema/place/create-building.input.js';
import { CreateEstateGroupInput } from '../../schema/place/create-estate-group.input.js';
import { CreateEstateInput } from '../../schema/place/create-estate.input.js';
import { CreateUnitInput } from '../../schema/place/create-unit.input.js';
import { CreateUnitsInput } from '../../schema/place/create-units.input.js';
import { EstateGroupPayloadType } from '../../schema/place/estate-group-payload.type.js';
import { EstatePayloadType } from '../../schema/place/estate-payload.type.js';
import { RecordUnitDeliveryInput } from '../../schema/place/record-unit-delivery.input.js';
import { RecordUnitStateInput } from '../../schema/place/record-unit-state.input.js';
import { SetEstateGroupMembersInput } from '../../schema/place/set-estate-group-members.input.js';
import { UnitPayloadType } from '../../schema/place/unit-payload.type.js';
import { UnitsPayloadType } from '../../schema/place/units-payload.type.js';
import { UpdateEstateInput } from '../../schema/place/update-estate.input.js';
import { createBuilding } from '../../services/place/create-building.js';
import { createEstateGroup } from '../../services/place/create-estate-group.js';
import { createEstate } from '../../services/place/create-estate.js';
import { createUnit } from '../../services/place/create-unit.js';
import { createUnits } from '../../services/place/create-units.js';
import { recordUnitDelivery } from '../../services/place/record-unit-delivery.js';
import { recordUnitState } from '../../services/place/record-unit-state.js';
import { setEstateGroupMembers } from '../../services/place/set-estate-group-members.js';
import { updateEstate } from '../../services/place/update-estate.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';
import { found } from '../found.js';

/** What changes about places. */
@Resolver()
export class PlaceCommandsResolver {
  @Mutation(() => EstatePayloadType, {
    nullable: true,
    description: 'Creates an estate. Needs `estate.manage` on all estates.',
  })
  async createEstate(
    @Arg('input', () => CreateEstateInput, { description: 'The estate.' }) input: CreateEstateInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, createEstate, input);
    return { ...done, estate: await found('estate', estateById(ctx).load(done.estateId)) };
  }

  @Mutation(() => EstatePayloadType, { nullable: true, description: 'Changes an estate. Needs `estate.manage` on it.' })
  async updateEstate(
    @Arg('input', () => UpdateEstateInput, { description: 'What changes.' }) input: UpdateEstateInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, updateEstate, input);
    return { ...done, estate: await found('estate', estateById(ctx).load(done.estateId)) };
  }

  @Mutation(() => BuildingPayloadType, {
    nullable: true,
    description: 'Creates a building. Needs `unit.manage` on the estate.',
  })
  async createBuilding(
    @Arg('input', () => CreateBuildingInput, { description: 'The building.' }) input: CreateBuildingInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, createBuilding, input);
    return { ...done, building: await found('building', buildingById(ctx).load(done.buildingId)) };
  }

  @Mutation(() => UnitPayloadType, {
    nullable: true,
    description: 'Creates a unit. Needs `unit.manage` on the estate.',
  })
  async createUnit(
    @Arg('input', () => CreateUnitInput, { description: 'The unit.' }) input: CreateUnitInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, createUnit, input);
    return { ...done, unit: await found('unit', unitById(ctx).load(done.unitId)) };
  }

  @Mutation(() => UnitsPayloadType, {
    nullable: true,
    description: 'Creates up to 200 units of one building, all or none. Needs `unit.manage` on the estate.',
  })
  async createUnits(
    @Arg('input', () => CreateUnitsInput, { description: 'The units.' }) input: CreateUnitsInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, createUnits, input);
    return { ...done, units: await Promise.all(done.unitIds.map((id) => found('unit', unitById(ctx).load(id)))) };
  }

  @Mutation(() => UnitPayloadType, {
    nullable: true,
    description: 'Records the state of a unit from a day on (D-28). Needs `unit.manage` on the estate.',
  })
  async recordUnitState(
    @Arg('input', () => RecordUnitStateInput, { description: 'The state.' }) input: RecordUnitStateInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, recordUnitState, input);
    return { ...done, unit: await found('unit', unitById(ctx).load(done.unitId)) };
  }

  @Mutation(() => UnitPayloadType, {
    nullable: true,
    description: 'Records when the developer delivered a unit (D-05). Needs `unit.manage` on the estate.',
  })
  async recordUnitDelivery(
    @Arg('input', () => RecordUnitDeliveryInput, { description: 'The day.' }) input: RecordUnitDeliveryInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, recordUnitDelivery, input);
    return { ...done, unit: await found('unit', unitById(ctx).load(done.unitId)) };
  }

  @Mutation(() => EstateGroupPayloadType, {
    nullable: true,
    description: 'Creates an empty group of estates. Needs `group.manage` on all estates.',
  })
  async createEstateGroup(
    @Arg('input', () => CreateEstateGroupInput, { description: 'The group.' }) input: CreateEstateGroupInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, createEstateGroup, input);
    return { ...done, group: await found('estate group', estateGroupById(ctx).load(done.groupId)) };
  }

  @Mutation(() => EstateGroupPayloadType, {
    nullable: true,
    description: 'Sets the estates of a group; roles given on the group follow. Needs `group.manage` on all estates.',
  })
  async setEstateGroupMembers(
    @Arg('input', () => SetEstateGroupMembersInput, { description: 'The group and its estates.' })
    input: SetEstateGroupMembersInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, setEstateGroupMembers, input);
    return { ...done, group: await found('estate group', estateGroupById(ctx).load(done.groupId)) };
  }
}
