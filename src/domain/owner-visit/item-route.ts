import { invalidInput } from '../errors.js';
import type { VisitItemKind } from './visit-item.js';

/** The procedure that an item follows: a ticket of a kind, or none beyond the record. @rule R-VIS-18 */
export const ITEM_ROUTES = ['COMPLAINT', 'REPAIR', 'ENQUIRY', 'SUGGESTION', 'NOTED'] as const;
export type ItemRoute = (typeof ITEM_ROUTES)[number];

const OWN: Readonly<Record<VisitItemKind, ItemRoute | null>> = {
  COMPLAINT: 'COMPLAINT',
  SUGGESTION: 'SUGGESTION',
  OPINION: 'NOTED',
  REQUEST: null,
  NEED: null,
};

/**
 * The procedure of an item: what the reader says, or else the kind's own. What a request or a need leads to, the reader says.
 * @rule R-VIS-18
 * @throws INVALID_INPUT for a request or a need of which nothing is said
 */
export function routeOf(kind: VisitItemKind, said: ItemRoute | null): ItemRoute {
  const route = said ?? OWN[kind];
  if (route === null) throw invalidInput('input.routes', 'must say where every request and need goes');
  return route;
}

const DAY_MS = 86_400_000;
const FEEDBACK_DAYS = 7;

/** Until when the customer is spoken with again; the rule says promptly, read as seven days. @rule R-VIS-14 */
export const feedbackDue = (from: Date): Date => new Date(from.getTime() + FEEDBACK_DAYS * DAY_MS);

/** Whether feedback is owed beside a complaint's own answers, which follow its procedure. @rule R-VIS-14 */
export const owesFeedback = (item: { readonly kind: VisitItemKind; readonly feedbackOwed: boolean }): boolean =>
  item.feedbackOwed && item.kind !== 'COMPLAINT';
