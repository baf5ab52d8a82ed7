import type { CommandContext } from '../command/command-context.js';
import type { Feedback } from './answer-contact.js';
import { recordContactEvent } from './steps/record-contact-event.js';
import { takeContactStep, type ContactResult } from './steps/take-contact-step.js';

/**
 * Closes an entry whose result was fed back to the customer; those of a ticket close by themselves when it ends. Needs
 * `contact.handle` on the estate.
 * @rule R-DSP-04 @rule R-DSP-11
 * @throws RULE_REFUSED unless it is ROUTED or ESCALATED
 */
export async function closeContact(ctx: CommandContext, input: Feedback): Promise<ContactResult> {
  const { contact, at } = await takeContactStep(ctx, input, 'close');
  contact.feedback = input.feedback;
  contact.settledAt = at;
  recordContactEvent(ctx, contact, 'CLOSED', at);
  return { contactId: contact.id, version: contact.version };
}
