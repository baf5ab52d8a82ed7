import { maskedWords } from '../../domain/survey/masked-words.js';
import type { LiaisonLetterRow } from '../../loaders/liaison-letter/liaison-letter-by-id.js';
import { customerById } from '../../loaders/people/customer-by-id.js';
import { ticketById } from '../../loaders/ticket/ticket-by-id.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { readsContactWhole } from '../people/whole-person.js';

/** A letter as far as it decides who reads its words whole. */
type Worded = Pick<LiaisonLetterRow, 'id' | 'estateId' | 'sourceKind' | 'sourceId'>;

/**
 * Words of a letter: whole for whoever reads the customers of the estate by name, or under a grant in force; else without
 * numbers, households, and the names of the customer behind it. @rule R-ORG-78
 */
export async function letterWords(ctx: RequestContext, letter: Worded, text: string): Promise<string> {
  const { estateId, sourceKind, sourceId } = letter;
  const ofTicket = sourceId !== null && (sourceKind === 'COMPLAINT' || sourceKind === 'REPAIR');
  const ticket = ofTicket ? await ticketById(ctx).load(sourceId) : null;
  const customerId = ticket?.customerId ?? null;
  const whole = await readsContactWhole(ctx, { id: ticket?.id ?? letter.id, estateId, customerId });
  if (whole) return text;
  const customer = customerId === null ? null : await customerById(ctx).load(customerId);
  const names = [ticket?.contactName, customer?.name].filter((name) => name != null);
  return maskedWords(text, names);
}

/** The same of words that there may be none of. */
export const letterWordsOrNull = async (
  ctx: RequestContext,
  letter: Worded,
  text: string | null,
): Promise<string | null> => (text === null ? null : letterWords(ctx, letter, text));
