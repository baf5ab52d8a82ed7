import { registerEnumType } from 'type-graphql';
import { TOLD_BY, type ToldBy } from '../../domain/duty/told-chain.js';

/** The GraphQL enum of ToldBy. */
export const ToldByEnum = Object.fromEntries(TOLD_BY.map((by) => [by, by])) as { [B in ToldBy]: B };

registerEnumType(ToldByEnum, {
  name: 'ToldBy',
  description: 'Why somebody is told, in the order in which one looks (D-11).',
  valuesConfig: {
    ROSTER: { description: 'Is on duty at the post for the estate.' },
    COMPANY_ROSTER: { description: 'Is on duty at the post for all of the company.' },
    ESTATE_ROLE: { description: 'Holds the post on the estate.' },
    GROUP_ROLE: { description: 'Holds the post on a group of estates that the estate belongs to.' },
    COMPANY_ROLE: { description: 'Holds the post on all of the company.' },
    HEAD: { description: "Heads the estate's department." },
    DEPUTY: { description: "Stands in for the head of the estate's department." },
    COMPANY_HEAD: { description: "Heads the company's department." },
    COMPANY_DEPUTY: { description: "Stands in for the head of the company's department." },
    ESTATE_MANAGER: { description: 'Manages the estate: the last resort.' },
    COMPANY_ADMIN: { description: 'Administers the company: where the estate has no manager either.' },
  },
});
