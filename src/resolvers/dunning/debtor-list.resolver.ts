import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  debtorListById,
  debtorListsPage,
  linesOfDebtorList,
  type DebtorListLineRow,
  type DebtorListRow,
} from '../../loaders/dunning/debtor-lists.js';
import { customerById } from '../../loaders/people/customer-by-id.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { unitById } from '../../loaders/place/unit-by-id.js';
import { ApprovalPayloadType } from '../../schema/approval/approval-payload.type.js';
import { DebtorListConnection, DebtorListLineType, DebtorListType } from '../../schema/dunning/debtor-list.type.js';
import { PostDebtorListInput, ProposeDebtorListInput } from '../../schema/dunning/letter-steps.input.js';
import { DebtorListFilterInput } from '../../schema/dunning/list-filters.input.js';
import { DebtorListPayloadType } from '../../schema/dunning/list-payloads.type.js';
import { MoneyType } from '../../schema/money/money.type.js';
import { PageArgs } from '../../schema/page-args.js';
import { CustomerType } from '../../schema/people/customer.type.js';
import { EstateType } from '../../schema/place/estate.type.js';
import { UnitType } from '../../schema/place/unit.type.js';
import { postDebtorList } from '../../services/dunning/post-debtor-list.js';
import { proposeDebtorList } from '../../services/dunning/propose-debtor-list.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';
import { found } from '../found.js';
import { amountShown } from '../ledger/amount-shown.js';

/** Public lists of debtors. */
@Resolver(() => DebtorListType)
export class DebtorListResolver {
  @Query(() => DebtorListConnection, {
    description: 'Public lists of debtors, the latest proposed first. Needs `dunning.read`.',
  })
  debtorLists(
    @Arg('filter', () => DebtorListFilterInput, { nullable: true, description: 'Which; all where nothing is said.' })
    filter: DebtorListFilterInput | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return debtorListsPage(ctx, filter ?? {}, args);
  }

  @Query(() => DebtorListType, {
    nullable: true,
    description: 'One public list of debtors. Needs `dunning.read`. NOT_FOUND when it is unknown or not yours.',
  })
  debtorList(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() ctx: RequestContext) {
    return found('debtor list', debtorListById(ctx).load(id));
  }

  @Mutation(() => ApprovalPayloadType, {
    nullable: true,
    description:
      'Proposes which households stand on the board in the lobby: those whom neither steward nor post could serve (R-DUN-15, R-DUN-17); the estate manager approves it (Q-20). Needs `dunning.lead` on the estate.',
  })
  proposeDebtorList(
    @Arg('input', () => ProposeDebtorListInput, { description: 'Which.' }) input: ProposeDebtorListInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, proposeDebtorList, input);
  }

  @Mutation(() => DebtorListPayloadType, {
    nullable: true,
    description:
      'Records that an approved list stands on the board: service on every household of it that still owes (R-DUN-16). Needs `dunning.act` on the estate.',
  })
  async postDebtorList(
    @Arg('input', () => PostDebtorListInput, { description: 'Which list.' }) input: PostDebtorListInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, postDebtorList, input);
    return { ...done, list: await found('debtor list', debtorListById(ctx).load(done.listId)) };
  }

  @FieldResolver(() => [DebtorListLineType], { description: 'What the board shows, by room.' })
  lines(@Root() { id }: DebtorListRow, @Ctx() ctx: RequestContext) {
    return linesOfDebtorList(ctx).load(id);
  }

  @FieldResolver(() => EstateType, { nullable: true, description: 'The estate.' })
  estate(@Root() { estateId }: DebtorListRow, @Ctx() ctx: RequestContext) {
    return estateById(ctx).load(estateId);
  }
}

/** What a line of the board shows. @rule Q-20 */
@Resolver(() => DebtorListLineType)
export class DebtorListLineResolver {
  @FieldResolver(() => UnitType, { nullable: true, description: 'The room.' })
  unit(@Root() { unitId }: DebtorListLineRow, @Ctx() ctx: RequestContext) {
    return unitById(ctx).load(unitId);
  }

  @FieldResolver(() => MoneyType, {
    nullable: true,
    description: 'What was overdue when it was proposed; null without `fee.amount`.',
  })
  amount(@Root() line: DebtorListLineRow, @Ctx() ctx: RequestContext) {
    return amountShown(ctx, line, line.arrearsMinor);
  }

  @FieldResolver(() => CustomerType, {
    nullable: true,
    description: 'The debtor, where the list shows names; else null (Q-20).',
  })
  debtor(@Root() { showsNames, payerId }: DebtorListLineRow, @Ctx() ctx: RequestContext) {
    return showsNames ? customerById(ctx).load(payerId) : null;
  }
}
