import { nextContactStage, type ContactVerb } from '../../../domain/contact/contact-life.js';
import { notBefore } from '../../../domain/ticket/not-before.js';
import { Contact } from '../../../entities/contact/contact.entity.js';
import { authorizeOn } from '../../../tenancy/authorize.js';
import type { CommandContext } from '../../command/command-context.js';
import type { CommandInput } from '../../command/run-command.js';

/** What every step of an entry's life takes. */
export interface ContactStepInput extends CommandInput {
  readonly contactId: string;
  /** The version that the client has seen. */
  readonly expectedVersion?: number | null;
  /** When it happened, for what is entered late. */
  readonly occurredAt?: Date | null;
}

/** What every command on the contact log answers. */
export interface ContactResult {
  readonly contactId: string;
  readonly version: number;
}

/**
 * Takes one step of an entry's life: the row is locked, authorised, in its next stage and version, and the step's instant
 * is settled. Needs `contact.handle` on the estate.
 * @throws NOT_FOUND when the fence does not show the entry
 * @throws CONFLICT when the client has seen another version
 * @throws FORBIDDEN when the action does not reach the estate
 * @throws RULE_REFUSED when the stage does not take the verb
 * @throws INVALID_INPUT when the claimed instant lies in the future or before the receipt
 */
export async function takeContactStep(
  ctx: CommandContext,
  input: ContactStepInput,
  verb: ContactVerb,
): Promise<{ contact: Contact; at: Date }> {
  const contact = await ctx.load(Contact, 'contact', input.contactId, input.expectedVersion);
  authorizeOn(ctx.principal, 'contact.handle', contact.estateId);
  contact.stage = nextContactStage(verb, contact.stage);
  contact.version += 1;
  const received = { name: 'receivedAt', at: contact.receivedAt };
  const at = notBefore(received, ctx.occurredAt(input.occurredAt), input.occurredAt != null);
  return { contact, at };
}
