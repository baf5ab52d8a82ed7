import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { chargeById } from '../../loaders/charge/charge-by-id.js';
import type { LedgerProposalRow } from '../../loaders/ledger/ledger-proposal-by-id.js';
import { paymentById } from '../../loaders/ledger/payment-by-id.js';
import { ApprovalPayloadType } from '../../schema/approval/approval-payload.type.js';
import { ChargeType } from '../../schema/charge/charge.type.js';
import { LedgerProposalType } from '../../schema/ledger/ledger-proposal.type.js';
import { PaymentType } from '../../schema/ledger/payment.type.js';
import { ProposeLedgerChangeInput } from '../../schema/ledger/propose-ledger-change.input.js';
import { ResubmitLedgerChangeInput } from '../../schema/ledger/resubmit-ledger-change.input.js';
import { MoneyType } from '../../schema/money/money.type.js';
import { proposeLedgerChange } from '../../services/ledger/propose-ledger-change.js';
import { resubmitLedgerChange } from '../../services/ledger/resubmit-ledger-change.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';
import { amountShown } from './amount-shown.js';

/** Changes of accounts on their way to approval. */
@Resolver(() => LedgerProposalType)
export class LedgerProposalResolver {
  @Mutation(() => ApprovalPayloadType, {
    nullable: true,
    description:
      'Asks that a charge is raised, lessened, waived or written off, or that money is given back; it is booked by the approval, which another person gives (R-ORG-68, R-CSH-08). Needs `fee.propose` on the estate.',
  })
  proposeLedgerChange(
    @Arg('input', () => ProposeLedgerChangeInput, { description: 'What is to be changed, and why.' })
    input: ProposeLedgerChangeInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, proposeLedgerChange, input);
  }

  @Mutation(() => ApprovalPayloadType, {
    nullable: true,
    description:
      'Asks again after it was sent back (Q-18). For who has prepared it; needs `fee.propose` on the estate.',
  })
  resubmitLedgerChange(
    @Arg('input', () => ResubmitLedgerChangeInput, { description: 'The change as it stands now.' })
    input: ResubmitLedgerChangeInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, resubmitLedgerChange, input);
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'How much; null without `fee.amount`.' })
  amount(@Root() proposal: LedgerProposalRow, @Ctx() ctx: RequestContext) {
    return amountShown(ctx, proposal, proposal.amountMinor);
  }

  @FieldResolver(() => ChargeType, { nullable: true, description: 'The charge as it stands now.' })
  charge(@Root() { chargeId }: LedgerProposalRow, @Ctx() ctx: RequestContext) {
    return chargeId === null ? null : chargeById(ctx).load(chargeId);
  }

  @FieldResolver(() => PaymentType, { nullable: true, description: 'The payment as it stands now.' })
  payment(@Root() { paymentId }: LedgerProposalRow, @Ctx() ctx: RequestContext) {
    return paymentId === null ? null : paymentById(ctx).load(paymentId);
  }
}
