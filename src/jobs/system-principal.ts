import { ACTIONS } from '../domain/identity/action.js';
import type { SystemPrincipal } from '../tenancy/principal.js';

/** Stands where an account or a person would; no row has it. */
const NOBODY = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/**
 * The product itself inside one company, over all its estates and with every action. Made by timers, schedules, jobs and
 * reactions only: no token yields it, and no other room may ask for it.
 */
export const systemPrincipal = (companyId: string): SystemPrincipal => ({
  accountId: NOBODY,
  companyId,
  kind: 'SYSTEM',
  subjectId: NOBODY,
  displayName: 'Guanjia',
  roles: [],
  actions: new Map(ACTIONS.map((action) => [action, 'ALL'])),
  estates: 'ALL',
  occupancyIds: [],
  unitIds: [],
});
