import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { deputiesPage, deputyById, type DeputyRow } from '../../loaders/deputy/deputies-page.js';
import { staffById } from '../../loaders/people/staff-by-id.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { DeputyConnection } from '../../schema/deputy/deputy-connection.type.js';
import { DeputyPayloadType } from '../../schema/deputy/deputy-payload.type.js';
import { DeputyType } from '../../schema/deputy/deputy.type.js';
import { EndDeputyInput } from '../../schema/deputy/end-deputy.input.js';
import { NameDeputyInput } from '../../schema/deputy/name-deputy.input.js';
import { PageArgs } from '../../schema/page-args.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { EstateType } from '../../schema/place/estate.type.js';
import { endDeputy } from '../../services/deputy/end-deputy.js';
import { nameDeputy } from '../../services/deputy/name-deputy.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';
import { found } from '../found.js';

/** Deputies: who stands in for whom, and when. */
@Resolver(() => DeputyType)
export class DeputyResolver {
  @Query(() => DeputyConnection, {
    description: "Deputies on the viewer's estates and in posts of the company, the latest first. Needs `staff.read`.",
  })
  deputies(
    @Ctx() ctx: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('estateIds', () => [ID], { nullable: true, description: 'Only those on these estates.' })
    estateIds: string[] | null,
  ) {
    return deputiesPage(ctx, estateIds, page);
  }

  @Mutation(() => DeputyPayloadType, {
    nullable: true,
    description: 'Names a deputy within dates (Q-43). Needs `deputy.name` on the estate, or on all for company posts.',
  })
  async nameDeputy(
    @Arg('input', () => NameDeputyInput, { description: 'Who, for whom, and when.' }) input: NameDeputyInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, nameDeputy, input);
    return { ...done, deputy: await found('deputy', deputyById(ctx).load(done.deputyshipId)) };
  }

  @Mutation(() => DeputyPayloadType, {
    nullable: true,
    description:
      'Ends a deputy earlier than named (Q-43). Needs `deputy.name` on the estate, or on all for company posts.',
  })
  async endDeputy(
    @Arg('input', () => EndDeputyInput, { description: 'Which one, and when.' }) input: EndDeputyInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, endDeputy, input);
    return { ...done, deputy: await found('deputy', deputyById(ctx).load(done.deputyshipId)) };
  }

  @FieldResolver(() => EstateType, { nullable: true, description: 'The estate; null: a post over all of the company.' })
  estate(@Root() deputy: DeputyRow, @Ctx() ctx: RequestContext) {
    return deputy.estateId === null ? null : estateById(ctx).load(deputy.estateId);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who is absent.' })
  absent(@Root() deputy: DeputyRow, @Ctx() ctx: RequestContext) {
    return staffById(ctx).load(deputy.absentId);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who stands in.' })
  deputy(@Root() deputy: DeputyRow, @Ctx() ctx: RequestContext) {
    return staffById(ctx).load(deputy.staffId);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who has named the deputy.' })
  namedBy(@Root() deputy: DeputyRow, @Ctx() ctx: RequestContext) {
    return staffById(ctx).load(deputy.namedBy);
  }
}
