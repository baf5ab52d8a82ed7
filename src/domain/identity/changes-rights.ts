/** With what the types of events begin by which what somebody may do changes; they touch accounts, roles, groups of estates and occupancies. */
export const OF_RIGHTS = 'identity.';

/** Whether an event changes what somebody may do. */
export const changesRights = (type: string): boolean => type.startsWith(OF_RIGHTS);
