import { helpCalls } from '../help/help-calls.js';
import { ticketContacts } from '../contact/ticket-contacts.js';
import { fileMessagesReaction } from '../notification/file-messages.reaction.js';
import { forgetPreferenceReaction } from '../notification/forget-preference.reaction.js';
import { tellStaffReaction } from '../notification/tell-staff.reaction.js';
import { ticketObligations } from '../obligation/ticket-obligations.js';
import { followLeadingReaction } from '../ticket/follow-leading.reaction.js';
import type { Reaction } from './reaction.js';

/** Everything that follows the event log. */
export const REACTIONS: readonly Reaction[] = [
  fileMessagesReaction,
  forgetPreferenceReaction,
  ticketObligations,
  tellStaffReaction,
  ticketContacts,
  helpCalls,
  followLeadingReaction,
];
