import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { careMarkById, type CareMarkRow } from '../../loaders/care/care-mark-by-id.js';
import { careMarksPage } from '../../loaders/care/care-marks-page.js';
import { customerById } from '../../loaders/people/customer-by-id.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { unitById } from '../../loaders/place/unit-by-id.js';
import { AddCareMarkInput } from '../../schema/care/add-care-mark.input.js';
import { CareMarkConnection } from '../../schema/care/care-mark-connection.type.js';
import { CareMarkFilterInput } from '../../schema/care/care-mark-filter.input.js';
import { CareMarkPayloadType } from '../../schema/care/care-mark-payload.type.js';
import { CareMarkType } from '../../schema/care/care-mark.type.js';
import { EndCareMarkInput } from '../../schema/care/end-care-mark.input.js';
import { RecordCareCheckInput } from '../../schema/care/record-care-check.input.js';
import { PageArgs } from '../../schema/page-args.js';
import { CustomerType } from '../../schema/people/customer.type.js';
import { EstateType } from '../../schema/place/estate.type.js';
import { UnitType } from '../../schema/place/unit.type.js';
import { addCareMark } from '../../services/care/add-care-mark.js';
import { endCareMark } from '../../services/care/end-care-mark.js';
import { recordCareCheck } from '../../services/care/record-care-check.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';

/** Care marks: their list, their edges, and what changes about them. */
@Resolver(() => CareMarkType)
export class CareMarkResolver {
  @Query(() => CareMarkConnection, {
    description:
      "Who and what is looked after with special care on the viewer's estates, the oldest mark first (D-15). Needs `care.read`.",
  })
  careMarks(
    @Ctx() ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => CareMarkFilterInput, {
      nullable: true,
      description: 'Which ones; all in force today where nothing is said.',
    })
    filter: CareMarkFilterInput | null,
  ) {
    return careMarksPage(ctx, filter ?? {}, page);
  }

  @FieldResolver(() => EstateType, { nullable: true, description: 'The estate.' })
  estate(@Root() mark: CareMarkRow, @Ctx() ctx: RequestContext) {
    return estateById(ctx).load(mark.estateId);
  }

  @FieldResolver(() => UnitType, { nullable: true, description: 'The unit; null for a mark on a customer.' })
  unit(@Root() { unitId }: CareMarkRow, @Ctx() ctx: RequestContext) {
    return unitId === null ? null : unitById(ctx).load(unitId);
  }

  @FieldResolver(() => CustomerType, { nullable: true, description: 'The customer; null for a mark on a unit.' })
  customer(@Root() { customerId }: CareMarkRow, @Ctx() ctx: RequestContext) {
    return customerId === null ? null : customerById(ctx).load(customerId);
  }

  @Mutation(() => CareMarkPayloadType, {
    nullable: true,
    description:
      'Marks a person or unit for special care, and has the steward owe the first check (D-15, R-ORG-34). Needs `care.manage` on the estate.',
  })
  async addCareMark(
    @Arg('input', () => AddCareMarkInput, { description: 'Whom or what, and why.' }) input: AddCareMarkInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, addCareMark, input);
    return { ...done, careMark: await careMarkById(ctx).load(done.careMarkId) };
  }

  @Mutation(() => CareMarkPayloadType, {
    nullable: true,
    description:
      'Ends a mark today; its checks lapse and its note is removed (D-15). Needs `care.manage` on the estate.',
  })
  async endCareMark(
    @Arg('input', () => EndCareMarkInput, { description: 'Which one.' }) input: EndCareMarkInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, endCareMark, input);
    return { ...done, careMark: await careMarkById(ctx).load(done.careMarkId) };
  }

  @Mutation(() => CareMarkPayloadType, {
    nullable: true,
    description:
      'Records that somebody has looked after it: what was owed is done, the next check is owed (R-ORG-34). Needs `care.check` on the estate.',
  })
  async recordCareCheck(
    @Arg('input', () => RecordCareCheckInput, { description: 'Which one, and when.' }) input: RecordCareCheckInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, recordCareCheck, input);
    return { ...done, careMark: await careMarkById(ctx).load(done.careMarkId) };
  }
}
