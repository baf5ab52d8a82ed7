/** In what capacity a customer holds a unit. */
export const OCCUPANCY_CAPACITIES = ['OWNER', 'TENANT', 'OCCUPANT'] as const;
export type OccupancyCapacity = (typeof OCCUPANCY_CAPACITIES)[number];
