import { assertConsent, checkEveryDays, type CareKind, type ConsentBy } from '../../domain/care/care-kind.js';
import { conflict, invalidInput } from '../../domain/errors.js';
import { localDay } from '../../domain/place/local-day.js';
import { assertPlausibleDay } from '../../domain/place/plausible-day.js';
import { overlap } from '../../domain/people/occupancy-period.js';
import { CareMark } from '../../entities/care/care-mark.entity.js';
import { newId } from '../../entities/new-id.js';
import { Customer } from '../../entities/people/customer.entity.js';
import { Estate } from '../../entities/place/estate.entity.js';
import { Unit } from '../../entities/place/unit.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findRow } from '../place/steps/find-row.js';
import { oweCareCheck } from './steps/owe-care-check.js';
import { recordCareEvent } from './steps/record-care-event.js';

interface AddCareMark extends CommandInput {
  /** Either this or the customer. */
  readonly unitId?: string | null;
  readonly customerId?: string | null;
  readonly kind: CareKind;
  readonly consentBy?: ConsentBy | null;
  readonly consentDay?: string | null;
  readonly note?: string | null;
  /** Today where nothing is said. */
  readonly fromDay?: string | null;
  readonly untilDay?: string | null;
  /** How often the steward looks after it; as usual for the kind where nothing is said. */
  readonly checkEveryDays?: number | null;
}

/**
 * Marks a person or a unit for special care, and has the steward owe the first check.
 * @rule D-15 @rule R-DSP-15 @rule R-ORG-34
 * @throws NOT_FOUND unit or customer
 * @throws FORBIDDEN care.manage
 * @throws INVALID_INPUT for both or neither of unit and customer, half a consent, and days that cannot be
 * @throws RULE_REFUSED D-15 for a personal kind without consent
 * @throws CONFLICT when the person or unit is marked so already
 */
export async function addCareMark(ctx: CommandContext, input: AddCareMark): Promise<{ careMarkId: string }> {
  const subject = await subjectOf(ctx, input);
  authorizeOn(ctx.principal, 'care.manage', subject.estateId);
  const { timeZone } = await findRow(ctx, Estate, 'estate', subject.estateId);
  const now = ctx.clock.now();
  const today = localDay(now, timeZone);
  const { kind, note = null, untilDay = null, consentBy = null, consentDay = null } = input;
  const fromDay = input.fromDay ?? today;
  assertPlausibleDay('input.fromDay', fromDay, today);
  if (untilDay !== null) assertPlausibleDay('input.untilDay', untilDay, today);
  if (untilDay !== null && untilDay <= fromDay) throw invalidInput('input.untilDay', 'must lie after fromDay');
  assertConsent(kind, { consentBy, consentDay }, today);
  const held = await ctx.em.find(CareMark, { companyId: ctx.companyId, ...subject, kind });
  if (held.some((row) => overlap({ fromDay: row.fromDay, untilDay: row.untilDay ?? null }, { fromDay, untilDay })))
    throw conflict('There is such a mark already.', { what: 'careMark' });
  const mark = ctx.em.create(CareMark, {
    companyId: ctx.companyId,
    id: newId(),
    ...subject,
    kind,
    consentBy,
    consentDay,
    note,
    fromDay,
    untilDay,
    checkEveryDays: input.checkEveryDays ?? checkEveryDays(kind),
    version: 1,
  });
  recordCareEvent(ctx, mark, 'MARKED', now);
  await oweCareCheck(ctx, mark, now);
  return { careMarkId: mark.id };
}

interface Subject {
  readonly estateId: string;
  readonly unitId: string | null;
  readonly customerId: string | null;
}

/** The row is locked, so that two who mark it alike make one mark. */
async function subjectOf(ctx: CommandContext, { unitId, customerId }: AddCareMark): Promise<Subject> {
  if ((unitId == null) === (customerId == null)) throw invalidInput('input.unitId', 'give either unitId or customerId');
  if (unitId != null) {
    const unit = await findRow(ctx, Unit, 'unit', unitId, 'lock');
    return { estateId: unit.estateId, unitId: unit.id, customerId: null };
  }
  const customer = await findRow(ctx, Customer, 'customer', customerId ?? '', 'lock');
  return { estateId: customer.estateId, unitId: null, customerId: customer.id };
}
