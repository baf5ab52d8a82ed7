/** What the estates of a group have in common. */
export const ESTATE_GROUP_KINDS = ['REGION', 'CITY', 'TYPE', 'DELIVERY_YEAR', 'OTHER'] as const;
export type EstateGroupKind = (typeof ESTATE_GROUP_KINDS)[number];
