import { registerEnumType } from 'type-graphql';

/** Who signs. */
export const SignerEnum = { CUSTOMER: 'CUSTOMER', DEPARTMENT_HEAD: 'DEPARTMENT_HEAD' } as const;

registerEnumType(SignerEnum, {
  name: 'Signer',
  description: 'Who signs a work order.',
  valuesConfig: {
    CUSTOMER: { description: 'The customer, under an order of the own area (R-RPR-11, D-05).' },
    DEPARTMENT_HEAD: { description: 'The head of the department, after the customer (R-RPR-12).' },
  },
});
