import { registerEnumType } from 'type-graphql';

/** The orders of customers. */
export const CustomerOrderEnum = {
  CREATED_AT_ASC: 'CREATED_AT_ASC',
  CREATED_AT_DESC: 'CREATED_AT_DESC',
  NAME_ASC: 'NAME_ASC',
  NAME_DESC: 'NAME_DESC',
} as const;

registerEnumType(CustomerOrderEnum, {
  name: 'CustomerOrder',
  description: 'In which order customers are listed; equal ones by id.',
  valuesConfig: {
    CREATED_AT_ASC: { description: 'Oldest record first.' },
    CREATED_AT_DESC: { description: 'Latest record first.' },
    NAME_ASC: { description: 'By name. Needs `customer.unmask`, and lists only estates where the viewer holds it.' },
    NAME_DESC: {
      description: 'By name, last first. Needs `customer.unmask`, and lists only estates where the viewer holds it.',
    },
  },
});
