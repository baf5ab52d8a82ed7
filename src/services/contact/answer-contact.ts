import type { CommandContext } from '../command/command-context.js';
import { recordContactEvent } from './steps/record-contact-event.js';
import { takeContactStep, type ContactResult, type ContactStepInput } from './steps/take-contact-step.js';

/** What the customer was told. */
export interface Feedback extends ContactStepInput {
  readonly feedback: string;
}

/**
 * Records that the desk has answered a customer within its own authority; nothing more comes of it. Needs
 * `contact.handle` on the estate.
 * @rule R-REC-11 @rule R-REC-17
 * @throws RULE_REFUSED unless it is LOGGED
 */
export async function answerContact(ctx: CommandContext, input: Feedback): Promise<ContactResult> {
  const { contact, at } = await takeContactStep(ctx, input, 'answer');
  contact.feedback = input.feedback;
  contact.settledAt = at;
  recordContactEvent(ctx, contact, 'ANSWERED', at);
  return { contactId: contact.id, version: contact.version };
}
