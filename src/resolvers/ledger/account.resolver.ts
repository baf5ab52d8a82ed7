import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { FormLanguage } from '../../domain/form/form-key.js';
import { statementName } from '../../domain/form/statement-subject.js';
import { moneyOf } from '../../domain/money/money.js';
import { chargeById } from '../../loaders/charge/charge-by-id.js';
import type { BalanceRow } from '../../loaders/ledger/balances.js';
import { openItemsPage, type OpenItemRow } from '../../loaders/ledger/open-items-page.js';
import { paymentById } from '../../loaders/ledger/payment-by-id.js';
import {
  linesOfStatement,
  statementOf,
  sumsOfStatement,
  type ShownLine,
  type StatementRow,
} from '../../loaders/ledger/statement.js';
import { ChargeType } from '../../schema/charge/charge.type.js';
import { AccountBalanceType } from '../../schema/ledger/account-balance.type.js';
import { AccountStatementArgs } from '../../schema/ledger/account-statement.args.js';
import { AccountStatementType } from '../../schema/ledger/account-statement.type.js';
import { AsOfArgs } from '../../schema/ledger/as-of.args.js';
import { OpenItemConnection } from '../../schema/ledger/open-item-connection.type.js';
import { OpenItemType } from '../../schema/ledger/open-item.type.js';
import { PaymentType } from '../../schema/ledger/payment.type.js';
import { StatementLineConnection } from '../../schema/ledger/statement-line-connection.type.js';
import { StatementLineType } from '../../schema/ledger/statement-line.type.js';
import { MoneyType } from '../../schema/money/money.type.js';
import { PageArgs } from '../../schema/page-args.js';
import { FormLanguageEnum } from '../../schema/form/form-language.enum.js';
import { PrintedFormType } from '../../schema/form/printed-form.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { formLink } from '../form/form-link.js';
import { amountShown } from './amount-shown.js';

/** What was charged and paid over some days. */
@Resolver(() => AccountStatementType)
export class AccountStatementResolver {
  @Query(() => AccountStatementType, {
    nullable: true,
    description:
      'The statement of a payer over all units, or of a unit: at any earlier day, and as known on one (R-FEE-11). Residents see their own account. Needs `fee.amount`.',
  })
  accountStatement(@Args(() => AccountStatementArgs) args: AccountStatementArgs, @Ctx() ctx: RequestContext) {
    return statementOf(ctx, args);
  }

  @FieldResolver(() => MoneyType, { description: 'The balance before the first day; above zero it is owed.' })
  async opening(@Root() statement: StatementRow, @Ctx() ctx: RequestContext) {
    return moneyOf((await sumsOfStatement(ctx, statement)).openingMinor, statement.currency);
  }

  @FieldResolver(() => MoneyType, { description: 'What was charged.' })
  async charged(@Root() statement: StatementRow, @Ctx() ctx: RequestContext) {
    return moneyOf((await sumsOfStatement(ctx, statement)).chargedMinor, statement.currency);
  }

  @FieldResolver(() => MoneyType, {
    description:
      'What was received of a payer, or settled of the charges of a unit; what was taken back later is among `other` or lessens it.',
  })
  async paid(@Root() statement: StatementRow, @Ctx() ctx: RequestContext) {
    return moneyOf(-(await sumsOfStatement(ctx, statement)).paidMinor, statement.currency);
  }

  @FieldResolver(() => MoneyType, {
    description:
      'What changed the balance otherwise: waivers, refunds, reversals and the like; below zero in favour of the payer.',
  })
  async other(@Root() statement: StatementRow, @Ctx() ctx: RequestContext) {
    return moneyOf((await sumsOfStatement(ctx, statement)).otherMinor, statement.currency);
  }

  @FieldResolver(() => MoneyType, { description: 'The balance at the end; above zero it is owed.' })
  async closing(@Root() statement: StatementRow, @Ctx() ctx: RequestContext) {
    return moneyOf((await sumsOfStatement(ctx, statement)).closingMinor, statement.currency);
  }

  @FieldResolver(() => PrintedFormType, {
    description: 'The statement (收费对账单) on paper, its first 2,000 lines (R-FEE-11).',
  })
  printedForm(
    @Root() statement: StatementRow,
    @Arg('language', () => FormLanguageEnum, { nullable: true, description: 'ZH_CN where nothing is said.' })
    language: FormLanguage | null,
    @Ctx() ctx: RequestContext,
  ) {
    return formLink(ctx, 'STATEMENT', statementName(statement), language);
  }

  @FieldResolver(() => StatementLineConnection, { description: 'Its lines, by day of the books, then as recorded.' })
  lines(@Root() statement: StatementRow, @Args(() => PageArgs) args: PageArgs, @Ctx() ctx: RequestContext) {
    return linesOfStatement(ctx, statement, args);
  }
}

/** The amounts and edges of a line. */
@Resolver(() => StatementLineType)
export class StatementLineResolver {
  @FieldResolver(() => MoneyType, { description: 'How much it adds to the balance; below zero it takes away.' })
  amount(@Root() { amountMinor, currency }: ShownLine) {
    return moneyOf(amountMinor, currency);
  }

  @FieldResolver(() => MoneyType, { description: 'The balance behind it; above zero it is owed.' })
  balance(@Root() { balanceMinor, currency }: ShownLine) {
    return moneyOf(balanceMinor, currency);
  }

  @FieldResolver(() => ChargeType, { nullable: true, description: 'The charge that it is, or moves.' })
  charge(@Root() { chargeId }: ShownLine, @Ctx() ctx: RequestContext) {
    return chargeId === null ? null : chargeById(ctx).load(chargeId);
  }

  @FieldResolver(() => PaymentType, { nullable: true, description: 'The payment that it is, or moves.' })
  payment(@Root() { paymentId }: ShownLine, @Ctx() ctx: RequestContext) {
    return paymentId === null ? null : paymentById(ctx).load(paymentId);
  }
}

/** What is open, at any earlier day. */
@Resolver(() => OpenItemType)
export class OpenItemResolver {
  @Query(() => OpenItemConnection, {
    description:
      'What was open at the end of a day for a unit or a payer, the oldest deadline first (R-FEE-11). Residents see their own. Needs `fee.read`; amounts need `fee.amount` (R-ORG-70).',
  })
  openItems(
    @Arg('unitId', () => ID, { nullable: true, description: 'Of this unit.' }) unitId: string | null,
    @Arg('payerId', () => ID, { nullable: true, description: 'Of this payer.' }) payerId: string | null,
    @Args(() => AsOfArgs) asOf: AsOfArgs,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return openItemsPage(ctx, { unitId, payerId }, asOf, args);
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'What was open of it; null without `fee.amount`.' })
  open(@Root() item: OpenItemRow, @Ctx() ctx: RequestContext) {
    return amountShown(ctx, item, item.openMinor);
  }

  @FieldResolver(() => ChargeType, { nullable: true, description: 'The charge as it stands now.' })
  charge(@Root() { chargeId }: OpenItemRow, @Ctx() ctx: RequestContext) {
    return chargeById(ctx).load(chargeId);
  }
}

/** The amounts of a balance, which is shown to nobody else than who may see them. */
@Resolver(() => AccountBalanceType)
export class AccountBalanceResolver {
  @FieldResolver(() => MoneyType, { description: 'What is open of charges, due or not.' })
  owed(@Root() { owedMinor, currency }: BalanceRow) {
    return moneyOf(owedMinor, currency);
  }

  @FieldResolver(() => MoneyType, { description: 'What of it was due before the day (欠费).' })
  overdue(@Root() { overdueMinor, currency }: BalanceRow) {
    return moneyOf(overdueMinor, currency);
  }

  @FieldResolver(() => MoneyType, { description: 'What was paid ahead and is left (预存余额).' })
  prepaid(@Root() { prepaidMinor, currency }: BalanceRow) {
    return moneyOf(prepaidMinor, currency);
  }

  @FieldResolver(() => MoneyType, { description: 'What is owed without what was paid ahead; above zero it is owed.' })
  balance(@Root() { owedMinor, prepaidMinor, currency }: BalanceRow) {
    return moneyOf(owedMinor - prepaidMinor, currency);
  }
}
