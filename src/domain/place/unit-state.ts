/** The states of a unit: not taken over, vacant, owner-occupied, let. @rule D-28 */
export const UNIT_STATES = ['NOT_TAKEN_OVER', 'VACANT', 'OWNER_OCCUPIED', 'LET'] as const;
export type UnitStateKind = (typeof UNIT_STATES)[number];
