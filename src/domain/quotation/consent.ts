import { isByWord, type ConsentMode } from '../consent/consent-mode.js';
import { invalidInput, ruleRefused } from '../errors.js';
import type { Responsibility } from '../ticket/responsibility.js';

/**
 * How a quotation stands. OFFERED: the customer has not answered. SUPERSEDED: another has taken its place, and what was
 * said to it counts no more.
 */
export const QUOTATION_STATES = ['OFFERED', 'ACCEPTED', 'DECLINED', 'SUPERSEDED'] as const;
export type QuotationState = (typeof QUOTATION_STATES)[number];

/** What says whether the customer pays for an order, and has agreed to. */
export interface Charge {
  readonly responsibility: Responsibility | null;
  /** Of the quotation that stands; null where none does. */
  readonly quotation: QuotationState | null;
}

/** Whether the customer pays: by decision, or because a price was quoted. @rule R-DSP-13 */
export const isChargeable = ({ responsibility, quotation }: Charge): boolean =>
  responsibility === 'OWNER_PAYS' || quotation !== null;

/** Whether work is charged to a customer who has not agreed to it. @rule R-DSP-13 */
export const lacksConsent = (charge: Charge): boolean => isChargeable(charge) && charge.quotation !== 'ACCEPTED';

/**
 * Lets work start that costs nothing, or that the customer has agreed to. A first visit may start without a quotation: it
 * finds out what there is to quote. What has happened is recorded: the caller flags it.
 * @param visits how often somebody was there before
 * @rule R-DSP-13
 * @throws RULE_REFUSED R-DSP-13 with the state of the quotation
 */
export function assertConsent(charge: Charge, visits: number): void {
  if (!lacksConsent(charge) || (charge.quotation === null && visits === 0)) return;
  throw ruleRefused('R-DSP-13', 'The customer agrees to the price before the work starts.', {
    quotation: charge.quotation,
  });
}

/** What somebody says about an answer to a quotation. */
export interface ConsentClaim {
  readonly mode: ConsentMode;
  /** What shows the writing or the signature. */
  readonly attachmentId?: string | null;
  /** Who said it, to whom and how. */
  readonly reason?: string | null;
}

/**
 * Lets pass an answer that says all that its mode needs and nothing else: a resident answers in the app, staff show a
 * writing or say who gave the word.
 * @throws INVALID_INPUT with the field's path
 */
export function assertAnswered({ mode, attachmentId, reason }: ConsentClaim, byResident: boolean): void {
  if ((mode === 'APP') !== byResident)
    throw invalidInput('input.mode', byResident ? 'a resident answers by APP' : 'APP is the word of a resident');
  if ((mode === 'IN_WRITING') !== (attachmentId != null))
    throw invalidInput('input.attachmentId', mode === 'IN_WRITING' ? 'shows the writing' : `says nothing with ${mode}`);
  if (isByWord(mode) !== (reason != null))
    throw invalidInput('input.reason', isByWord(mode) ? `is needed with ${mode}` : `says nothing with ${mode}`);
}
