import type { Principal } from './principal.js';

/** What a principal may do where, as text: equal for two who may do the same. */
export function rightsOf(principal: Principal): string {
  const scope = (estates: Principal['estates']): string => (estates === 'ALL' ? '*' : [...estates].sort().join());
  const actions = [...principal.actions].map(([action, estates]) => `${action}:${scope(estates)}`).sort();
  return JSON.stringify([actions, scope(principal.estates), [...principal.occupancyIds].sort()]);
}
