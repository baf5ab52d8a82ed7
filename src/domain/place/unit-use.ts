/** What a unit is used as. */
export const UNIT_USES = ['RESIDENTIAL', 'SHOP', 'OFFICE', 'PARKING', 'STORAGE', 'COMMON', 'OTHER'] as const;
export type UnitUse = (typeof UNIT_USES)[number];
