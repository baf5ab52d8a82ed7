import { invalidInput } from '../../../domain/errors.js';
import { costOf, quantityToMilli } from '../../../domain/money/quantity.js';
import { RepairPart } from '../../../entities/ticket/repair-part.entity.js';
import type { Ticket } from '../../../entities/ticket/ticket.entity.js';
import { dayAt } from '../../calendar/steps/zone-of.js';
import type { CommandContext } from '../../command/command-context.js';
import { listedPrices } from '../../price/steps/listed-prices.js';

/** A part as it was used: of the price list by its code, or by name and unit. */
export interface UsedPart {
  readonly code?: string | null;
  readonly name?: string | null;
  readonly unit?: string | null;
  readonly quantity: string;
}

/**
 * Records the parts that the visit took, at the list's prices of that day.
 * @rule R-DSP-13
 * @returns how many lines
 * @throws INVALID_INPUT with the path of what is missing, said twice, or not on the list
 */
export async function useParts(
  ctx: CommandContext,
  ticket: Ticket,
  parts: readonly UsedPart[],
  at: Date,
): Promise<number> {
  const { companyId } = ctx;
  const { estateId, occupancyId = null, visits } = ticket;
  const codes = parts.flatMap(({ code }) => (code == null ? [] : [code]));
  const list = await listedPrices(ctx, { estateId, codes, day: await dayAt(ctx, estateId, at) });
  parts.forEach((part, i) => {
    const path = `input.parts.${i}`;
    const quantityMilli = quantityToMilli(`${path}.quantity`, part.quantity);
    const listed = part.code == null ? null : list.get(part.code);
    if (listed === undefined || (listed && listed.kind !== 'PART'))
      throw invalidInput(`${path}.code`, 'is no part of the price list of this estate on this day');
    for (const field of ['name', 'unit'] as const)
      if ((part[field] == null) !== (listed !== null))
        throw invalidInput(
          `${path}.${field}`,
          listed ? 'is said by the price list' : 'is needed where no code is given',
        );
    ctx.em.create(RepairPart, {
      companyId,
      ticketId: ticket.id,
      visitNumber: visits,
      position: i + 1,
      estateId,
      occupancyId,
      code: listed?.code ?? null,
      name: listed?.name ?? part.name ?? '',
      unit: listed?.unit ?? part.unit ?? '',
      quantityMilli,
      priceMinor: listed?.priceMinor ?? null,
      amountMinor: listed ? costOf(quantityMilli, listed.priceMinor) : null,
      currency: listed?.currency ?? null,
    });
  });
  return parts.length;
}
