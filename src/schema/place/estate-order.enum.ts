import { registerEnumType } from 'type-graphql';

/** The orders of estates. */
export const EstateOrderEnum = {
  CODE_ASC: 'CODE_ASC',
  CODE_DESC: 'CODE_DESC',
  NAME_ASC: 'NAME_ASC',
  NAME_DESC: 'NAME_DESC',
  CREATED_AT_ASC: 'CREATED_AT_ASC',
  CREATED_AT_DESC: 'CREATED_AT_DESC',
} as const;

registerEnumType(EstateOrderEnum, {
  name: 'EstateOrder',
  description: 'In which order estates are listed; equal ones by id.',
  valuesConfig: {
    CODE_ASC: { description: 'By code.' },
    CODE_DESC: { description: 'By code, last first.' },
    NAME_ASC: { description: 'By name.' },
    NAME_DESC: { description: 'By name, last first.' },
    CREATED_AT_ASC: { description: 'Oldest record first.' },
    CREATED_AT_DESC: { description: 'Latest record first.' },
  },
});
