import type { TicketKind } from '../../domain/ticket/ticket-kind.js';

const NAMES: Readonly<Partial<Record<TicketKind, string>>> = { REPAIR: 'RepairOrder', COMPLAINT: 'Complaint' };

/**
 * The object type of a ticket's row.
 * @throws Error for a kind that has no type
 */
export function ticketTypeName(row: object): string {
  const { kind } = row as { readonly kind: TicketKind };
  const name = NAMES[kind];
  if (name === undefined) throw new Error(`Tickets of kind ${kind} have no type.`);
  return name;
}
