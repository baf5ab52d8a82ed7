import { createHash } from 'node:crypto';
import { LockMode } from '@mikro-orm/core';
import { readResultMapping, type SaidResultMapping } from '../../domain/withholding/result-mapping.js';
import { takeAnswer } from '../../domain/withholding/take-answer.js';
import { newId } from '../../entities/new-id.js';
import { Estate } from '../../entities/place/estate.entity.js';
import { WithholdingItem } from '../../entities/withholding/withholding-item.entity.js';
import { WithholdingResult } from '../../entities/withholding/withholding-result.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import { dayAt } from '../calendar/steps/zone-of.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findRow } from '../place/steps/find-row.js';
import { policyInForce } from '../policy/steps/policy-in-force.js';
import { followBatches } from './steps/follow-batches.js';
import { readResult, type NumberedAnswer } from './steps/read-result.js';
import { suspendWithheld } from './steps/suspend-withheld.js';
import { freeCharges } from './steps/write-items.js';

interface LoadResult extends CommandInput {
  readonly estateId: string;
  readonly content: string;
  readonly mapping: SaidResultMapping;
}

/** So many of the lines that were not taken are kept by number. */
const MOST_FLAWS = 200;

/**
 * Takes a bank's answer in: what was withheld is booked afterwards, once, whatever file says it again; what failed is free to
 * be asked for anew, with the bank's code; money that was not asked for so waits in suspense. The very same file is the same
 * answer. Needs `fee.bank` on the estate.
 * @rule R-FEE-11 @rule R-FEE-06
 * @throws NOT_FOUND estate
 * @throws INVALID_INPUT for a file without the columns of the mapping, and one of too many lines
 */
export async function loadWithholdingResult(ctx: CommandContext, input: LoadResult): Promise<{ resultId: string }> {
  const { companyId, em } = ctx;
  const { content } = input;
  const { id: estateId } = await findRow(ctx, Estate, 'estate', input.estateId, 'lock');
  authorizeOn(ctx.principal, 'fee.bank', estateId);
  const mapping = readResultMapping(input.mapping, 'input.mapping');
  const sha256 = createHash('sha256').update(content).digest('hex');
  const before = await em.findOne(WithholdingResult, { companyId, estateId, sha256 });
  if (before) return { resultId: before.id };
  const today = await dayAt(ctx, estateId, ctx.clock.now());
  const { answers, flaws, rows } = await readResult(content, mapping, today);
  const items = await itemsOf(ctx, estateId, answers);
  const counts = { withheld: 0, failed: 0, repeated: 0 };
  const suspended: NumberedAnswer[] = [];
  const freed: string[] = [];
  const touched = new Set<string>();
  for (const answer of answers) {
    const item = items.get(answer.reference) ?? null;
    const effect = takeAnswer(item, answer);
    if (effect === 'WITHHELD' && item && answer.paid) {
      counts.withheld += 1;
      touched.add(item.batchId);
      const { feeMinor, day: withheldOn, bankReference } = answer;
      Object.assign(item, { state: 'WITHHELD', feeMinor, withheldOn, bankReference });
      Object.assign(item, { answeredAt: ctx.clock.now(), version: item.version + 1 });
    } else if (effect === 'FAILED' && item && !answer.paid) {
      counts.failed += 1;
      touched.add(item.batchId);
      freed.push(item.id);
      Object.assign(item, { state: 'FAILED', failureCode: answer.code, failureReason: answer.reason });
      Object.assign(item, { answeredAt: ctx.clock.now(), version: item.version + 1 });
    } else if (effect === 'REPEATED') counts.repeated += 1;
    else if (effect === 'SUSPENDED') suspended.push(answer);
    else flaws.push({ line: answer.line, flaw: effect === 'CONTRADICTION' ? 'CONTRADICTION' : 'UNKNOWN_REFERENCE' });
  }
  await em.flush();
  await freeCharges(ctx, freed);
  const { currency } = await policyInForce(ctx, 'D-21', estateId, today);
  const added = await suspendWithheld(ctx, { estateId, sha256, rows, currency }, suspended);
  flaws.sort((a, b) => a.line - b.line);
  const result = em.create(WithholdingResult, {
    ...{ companyId, id: newId(), estateId, sha256, rows, ...counts, suspended: added, bad: flaws.length },
    repeated: counts.repeated + suspended.length - added,
    ...{ flaws: flaws.slice(0, MOST_FLAWS), loadedBy: ctx.principal.subjectId, loadedAt: ctx.clock.now() },
  });
  ctx.record({
    ...{ type: 'withholdingResult.LOADED', estateId, subjectKind: 'withholdingResult', subjectId: result.id },
    ...{ subjectVersion: 1, visibility: 'INTERNAL', facts: { rows, ...counts, suspended: added, bad: flaws.length } },
  });
  await followBatches(ctx, [...touched]);
  return { resultId: result.id };
}

async function itemsOf(
  ctx: CommandContext,
  estateId: string,
  answers: readonly NumberedAnswer[],
): Promise<Map<string, WithholdingItem>> {
  const references = answers.map(({ reference }) => reference);
  const items = await ctx.em.find(
    WithholdingItem,
    { companyId: ctx.companyId, estateId, reference: { $in: references } },
    { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } },
  );
  return new Map(items.map((item) => [item.reference, item]));
}
