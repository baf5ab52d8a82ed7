import type { Action } from '../domain/identity/action.js';

/** Who may call a root field: anybody, anybody signed in, or holders of an action. */
export type RootAccess = Action | 'PUBLIC' | 'SIGNED_IN';

/**
 * The actions table of the doors: one line a root field. The server refuses before the resolver runs; which estates the
 * action reaches is decided by the use case or by the query's scope. A root field without a line does not start.
 */
export const ROOT_ACCESS: Readonly<Record<string, RootAccess>> = {
  'Query.viewer': 'SIGNED_IN',
  'Mutation.signIn': 'PUBLIC',
  'Mutation.refreshSession': 'PUBLIC',
  'Mutation.signOut': 'SIGNED_IN',
  'Query.ticket': 'ticket.read',
  'Query.tickets': 'ticket.read',
  'Mutation.reportRepair': 'repair.report',
  'Mutation.forwardRepair': 'repair.forward',
  'Mutation.acceptRepair': 'repair.accept',
  'Mutation.startRepair': 'repair.start',
  'Mutation.completeRepair': 'repair.complete',
  'Mutation.cancelTicket': 'ticket.cancel',
  'Subscription.ticketEvents': 'ticket.read',
};
