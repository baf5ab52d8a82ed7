import type { ChargeKind } from '../../domain/charge/charge-kind.js';
import { assertMonths } from '../../domain/collection/target-period.js';
import { conflict, ruleRefused } from '../../domain/errors.js';
import { ledgerAmount } from '../../domain/ledger/ledger-amount.js';
import type { Money } from '../../domain/money/money.js';
import { assertPlausibleDay } from '../../domain/place/plausible-day.js';
import { CollectionTarget } from '../../entities/collection/collection-target.entity.js';
import { newId } from '../../entities/new-id.js';
import { StewardBuilding } from '../../entities/people/steward-building.entity.js';
import { Staff } from '../../entities/people/staff.entity.js';
import { Estate } from '../../entities/place/estate.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import { dayAt } from '../calendar/steps/zone-of.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findRow } from '../place/steps/find-row.js';
import { policyInForce } from '../policy/steps/policy-in-force.js';

interface SetCollectionTarget extends CommandInput {
  readonly estateId: string;
  /** Nobody: the target of the estate. */
  readonly stewardId?: string | null;
  /** Nothing: all kinds but fines and late fees. */
  readonly kind?: ChargeKind | null;
  readonly fromMonth: string;
  readonly untilMonth: string;
  readonly amount: Money;
  /** The version that the client has seen; 0: none. */
  readonly expectedVersion?: number | null;
}

/**
 * Sets what a steward, or an estate, is to collect in some months. Said again for the same months it is a new version; the
 * ones before stay. For whom targets are entered is the company's policy. Needs `fee.target` on the estate.
 * @rule R-FEE-05 @rule R-ORG-35 @rule P-36
 * @throws NOT_FOUND estate or steward
 * @throws INVALID_INPUT for months that are no period; R-FEE-11 for an amount that is not above zero, exact and in the currency of the accounts
 * @throws RULE_REFUSED P-36 for a target of those that the policy enters none for; R-FEE-05 for a steward without buildings there
 * @throws CONFLICT when another version was set meanwhile
 */
export async function setCollectionTarget(
  ctx: CommandContext,
  input: SetCollectionTarget,
): Promise<{ targetId: string }> {
  const { companyId, em } = ctx;
  const { estateId, fromMonth, untilMonth, stewardId = null, kind = null } = input;
  const estate = await findRow(ctx, Estate, 'estate', estateId, 'lock');
  authorizeOn(ctx.principal, 'fee.target', estate.id);
  const today = await dayAt(ctx, estateId, ctx.clock.now());
  assertMonths(input, 'input');
  assertPlausibleDay('input.fromMonth', fromMonth, today);
  const { currency } = await policyInForce(ctx, 'D-21', estateId, today);
  const amountMinor = ledgerAmount('input.amount', input.amount, currency);
  const enteredFor = await policyInForce(ctx, 'P-36', estateId, today);
  if ((enteredFor === 'STEWARD') !== (stewardId !== null))
    throw ruleRefused('P-36', 'Targets are not entered for these.', { enteredFor });
  if (stewardId !== null) await assertSteward(ctx, stewardId, estateId);
  const of = { companyId, estateId, stewardId, kind, fromMonth, untilMonth };
  const last = await em.findOne(CollectionTarget, of, { orderBy: { version: 'desc' } });
  const currentVersion = last?.version ?? 0;
  const { expectedVersion } = input;
  if (expectedVersion != null && expectedVersion !== currentVersion)
    throw conflict('The target was set meanwhile.', { what: 'target', currentVersion, expectedVersion });
  const target = em.create(CollectionTarget, {
    ...of,
    id: newId(),
    amountMinor,
    currency,
    setBy: ctx.principal.subjectId,
    setAt: ctx.clock.now(),
    version: currentVersion + 1,
  });
  ctx.record({
    type: 'collectionTarget.SET',
    estateId,
    subjectKind: 'collectionTarget',
    subjectId: target.id,
    subjectVersion: target.version,
    visibility: 'INTERNAL',
    facts: { stewardId, kind, fromMonth, untilMonth },
  });
  return { targetId: target.id };
}

async function assertSteward(ctx: CommandContext, stewardId: string, estateId: string): Promise<void> {
  const steward = await findRow(ctx, Staff, 'staff', stewardId);
  const buildings = await ctx.em.count(StewardBuilding, { companyId: ctx.companyId, staffId: steward.id, estateId });
  if (buildings === 0)
    throw ruleRefused('R-FEE-05', 'The steward is responsible for no building of the estate.', { stewardId, estateId });
}
