import { ruleRefused } from '../../domain/errors.js';
import { assertPlausibleDay } from '../../domain/place/plausible-day.js';
import { drawItems } from '../../domain/withholding/draw-items.js';
import { newId } from '../../entities/new-id.js';
import { Estate } from '../../entities/place/estate.entity.js';
import { WithholdingBatch } from '../../entities/withholding/withholding-batch.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import { dayAt } from '../calendar/steps/zone-of.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findRow } from '../place/steps/find-row.js';
import { policyInForce } from '../policy/steps/policy-in-force.js';
import { chargesDue } from './steps/charges-due.js';
import { recordBatchEvent } from './steps/record-withholding-event.js';
import { writeItems } from './steps/write-items.js';

interface DrawBatch extends CommandInput {
  readonly estateId: string;
  readonly dueUntil: string;
}

/**
 * Draws what a bank is to withhold on an estate: one item a mandate, over all that is due by a day. A charge waits for one
 * answer at a time. Needs `fee.bank` on the estate.
 * @rule R-FEE-11 @rule R-MIN-04
 * @throws NOT_FOUND estate
 * @throws INVALID_INPUT for a day that cannot be
 * @throws RULE_REFUSED R-FEE-11 where nothing is to be withheld
 */
export async function drawWithholdingBatch(ctx: CommandContext, input: DrawBatch): Promise<{ batchId: string }> {
  const { companyId, em } = ctx;
  const { dueUntil } = input;
  const { id: estateId } = await findRow(ctx, Estate, 'estate', input.estateId, 'lock');
  authorizeOn(ctx.principal, 'fee.bank', estateId);
  const today = await dayAt(ctx, estateId, ctx.clock.now());
  assertPlausibleDay('input.dueUntil', dueUntil, today);
  const { currency } = await policyInForce(ctx, 'D-21', estateId, today);
  const due = await chargesDue(ctx, { estateId, dueUntil, currency, today });
  if (due.length === 0)
    throw ruleRefused('R-FEE-11', 'Nothing that is due by then may be withheld, or waits for no answer.', { dueUntil });
  await ctx.execute('select pg_advisory_xact_lock(hashtextextended($1::text, 0))', [`withholding/${companyId}`]);
  const [last] = await ctx.execute<{ readonly serial: number | null }>(
    'select max(serial) as serial from withholding_batch where company_id = $1',
    [companyId],
  );
  const serial = (last?.serial ?? 0) + 1;
  const items = drawItems(due, serial);
  const batch = em.create(WithholdingBatch, {
    ...{ companyId, id: newId(), estateId, serial, dueUntil, stage: 'DRAWN', items: items.length, currency },
    amountMinor: items.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
    ...{ drawnBy: ctx.principal.subjectId, drawnAt: ctx.clock.now(), sentAt: null, finishedAt: null, version: 1 },
  });
  await em.flush();
  await writeItems(ctx, batch, items);
  recordBatchEvent(ctx, batch, 'DRAWN');
  return { batchId: batch.id };
}
