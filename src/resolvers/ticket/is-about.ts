import { isSelf } from '../../tenancy/crowd-principal.js';
import type { Principal } from '../../tenancy/principal.js';

/** Whether a complaint is about whoever asks: that person does not learn whose it is. @rule D-16 */
export const isAbout = (asker: Principal, ticket: { readonly againstStaffId: string | null }): boolean =>
  ticket.againstStaffId !== null && isSelf(asker, ticket.againstStaffId);
