import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { handoverSheetById } from '../../loaders/handover/handover-sheet-by-id.js';
import { BankHandoverInput } from '../../schema/handover/bank-handover.input.js';
import { ConfirmHandoverInput } from '../../schema/handover/confirm-handover.input.js';
import { FillHandoverSheetInput } from '../../schema/handover/fill-handover-sheet.input.js';
import { HandoverSheetPayloadType } from '../../schema/handover/handover-sheet-payload.type.js';
import { ReconcileHandoverInput } from '../../schema/handover/reconcile-handover.input.js';
import { RecountHandoverSheetInput } from '../../schema/handover/recount-handover-sheet.input.js';
import { bankHandover } from '../../services/handover/bank-handover.js';
import { confirmHandover } from '../../services/handover/confirm-handover.js';
import { fillHandoverSheet } from '../../services/handover/fill-handover-sheet.js';
import { reconcileHandover } from '../../services/handover/reconcile-handover.js';
import { recountHandoverSheet } from '../../services/handover/recount-handover-sheet.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';
import { found } from '../found.js';

/** What is done about the money of shifts. */
@Resolver()
export class HandoverCommandsResolver {
  @Mutation(() => HandoverSheetPayloadType, {
    nullable: true,
    description:
      'Fills in the sheet of your shift: everything that you took and wrote since the last, whatever the day; it is due half an hour before the desk closes (R-CSH-01, D-20). Needs `fee.collect` on the estate.',
  })
  async fillHandoverSheet(
    @Arg('input', () => FillHandoverSheetInput, { description: 'Where, and what was counted.' })
    input: FillHandoverSheetInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, fillHandoverSheet, input);
    return { ...done, sheet: await found('handoverSheet', handoverSheetById(ctx).load(done.sheetId)) };
  }

  @Mutation(() => HandoverSheetPayloadType, {
    nullable: true,
    description:
      'Counts the cash of your sheet again, before anybody has taken it (R-CSH-01). Needs `fee.collect` on the estate.',
  })
  async recountHandoverSheet(
    @Arg('input', () => RecountHandoverSheetInput, { description: 'Which sheet, and what was counted.' })
    input: RecountHandoverSheetInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, recountHandoverSheet, input);
    return { ...done, sheet: await found('handoverSheet', handoverSheetById(ctx).load(done.sheetId)) };
  }

  @Mutation(() => HandoverSheetPayloadType, {
    nullable: true,
    description:
      'Records that the cash of your sheet was banked directly because the treasurer was out; the handover is owed by the next working day (R-CSH-02). Needs `fee.collect` on the estate.',
  })
  async bankHandover(
    @Arg('input', () => BankHandoverInput, { description: 'Which sheet, by which slip.' }) input: BankHandoverInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, bankHandover, input);
    return { ...done, sheet: await found('handoverSheet', handoverSheetById(ctx).load(done.sheetId)) };
  }

  @Mutation(() => HandoverSheetPayloadType, {
    nullable: true,
    description:
      'Takes the whole cash of a sheet over; not by its cashier (R-CSH-01, R-ORG-61). Needs `handover.confirm` on the estate.',
  })
  async confirmHandover(
    @Arg('input', () => ConfirmHandoverInput, { description: 'Which sheet, and what was received.' })
    input: ConfirmHandoverInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, confirmHandover, input);
    return { ...done, sheet: await found('handoverSheet', handoverSheetById(ctx).load(done.sheetId)) };
  }

  @Mutation(() => HandoverSheetPayloadType, {
    nullable: true,
    description:
      'Compares a sheet with vouchers, money and books; what differs is explained (R-CSH-03). By a third person (R-ORG-61). Needs `handover.reconcile` on the estate.',
  })
  async reconcileHandover(
    @Arg('input', () => ReconcileHandoverInput, { description: 'Which sheet.' }) input: ReconcileHandoverInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, reconcileHandover, input);
    return { ...done, sheet: await found('handoverSheet', handoverSheetById(ctx).load(done.sheetId)) };
  }
}
