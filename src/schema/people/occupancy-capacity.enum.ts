import { registerEnumType } from 'type-graphql';
import { OCCUPANCY_CAPACITIES, type OccupancyCapacity } from '../../domain/people/occupancy-capacity.js';

/** The GraphQL enum of OccupancyCapacity. */
export const OccupancyCapacityEnum = Object.fromEntries(OCCUPANCY_CAPACITIES.map((value) => [value, value])) as {
  [V in OccupancyCapacity]: V;
};

registerEnumType(OccupancyCapacityEnum, {
  name: 'OccupancyCapacity',
  description: 'In what capacity a customer holds a unit.',
  valuesConfig: {
    OWNER: { description: 'The owner.' },
    TENANT: { description: 'The tenant.' },
    OCCUPANT: { description: 'Lives or works there without owning or renting: family, staff of a firm.' },
  },
});
