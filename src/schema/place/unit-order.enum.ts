import { registerEnumType } from 'type-graphql';

/** The orders of units. */
export const UnitOrderEnum = {
  CODE_ASC: 'CODE_ASC',
  CODE_DESC: 'CODE_DESC',
} as const;

registerEnumType(UnitOrderEnum, {
  name: 'UnitOrder',
  description: 'In which order units are listed; equal ones by id.',
  valuesConfig: {
    CODE_ASC: { description: 'Estate by estate, by code.' },
    CODE_DESC: { description: 'Estate by estate, by code, last first.' },
  },
});
