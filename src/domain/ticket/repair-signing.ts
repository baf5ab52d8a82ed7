import { ruleRefused } from '../errors.js';
import type { Signer } from '../signature/signer.js';
import { nextStage } from './repair-life.js';
import type { RepairStage } from './repair-stage.js';
import type { TicketStage } from './ticket-stage.js';

/** What decides who signs a work order. */
interface OrderToSign {
  readonly stage: TicketStage;
  readonly unitId?: string | null;
}

/** Whether the work was done in a customer's own area: only there the customer signs. @rule D-05 */
export const isCustomerArea = (order: Pick<OrderToSign, 'unitId'>): boolean => order.unitId != null;

/**
 * The stage that a signature leads to: the customer signs first and the order stays COMPLETED, then the head of the
 * department signs and it is SIGNED; in a common area the head signs alone. Nobody signs the own work as head.
 * @param by whether the customer has signed this content, or it is recorded why not, and whether the head worked on it
 * @rule R-RPR-11 @rule R-RPR-12 @rule D-05 @rule R-ORG-68
 * @throws RULE_REFUSED with the rule that is missed
 */
export function stageAfterSignature(
  order: OrderToSign,
  signer: Signer,
  by: { readonly customerAnswered: boolean; readonly headDidTheWork: boolean },
): RepairStage {
  const stage = order.stage as RepairStage;
  const signed = nextStage('sign', stage);
  if (signer === 'CUSTOMER') {
    if (isCustomerArea(order)) return stage;
    throw ruleRefused('D-05', 'No customer signs an order of a common area: the head of the department signs alone.');
  }
  if (isCustomerArea(order) && !by.customerAnswered)
    throw ruleRefused('R-RPR-11', 'The customer signs first, or it is recorded why not.');
  if (by.headDidTheWork) throw ruleRefused('R-ORG-68', 'Nobody signs the own work as head of the department.');
  return signed;
}
