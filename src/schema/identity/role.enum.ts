import { registerEnumType } from 'type-graphql';
import { ROLES, type Role } from '../../domain/identity/role.js';

/** The roles as a GraphQL enum. */
export const RoleEnum = Object.fromEntries(ROLES.map((role) => [role, role])) as { [R in Role]: R };

registerEnumType(RoleEnum, {
  name: 'Role',
  description:
    'System role; a company shows its own titles for them. One person may hold several (D-18), on one estate, several or all (D-11).',
  valuesConfig: {
    COMPANY_ADMIN: { description: 'Administers the company: estates, staff, roles.' },
    COMPANY_LEADER: { description: 'Leads the company: property director, general manager (R-ORG-01).' },
    QUALITY_OFFICER: { description: 'Quality department: the only head-office window to each centre (R-ORG-06).' },
    FINANCE_OFFICER: { description: 'Finance department of the company.' },
    ESTATE_MANAGER: { description: 'Manages an estate; customer director of its centre (R-ORG-04).' },
    SERVICE_MANAGER: { description: 'Customer service manager (R-ORG-09).' },
    SERVICE_SUPERVISOR: { description: 'Customer service supervisor (R-ORG-13).' },
    STEWARD: { description: 'Estate steward (管家) of assigned buildings (R-ORG-33).' },
    ASSISTANT_STEWARD: { description: 'Assistant to a steward (R-ORG-11).' },
    FRONT_DESK: { description: 'Front-desk agent (R-ORG-40).' },
    CASHIER: { description: 'Collects by the figures given (R-ORG-60).' },
    TREASURER: { description: 'Keeps the cash (R-ORG-61).' },
    ACCOUNTANT: { description: 'Keeps the books and gives notice of refunds (R-ORG-61).' },
    ENGINEERING_HEAD: { description: 'Head of Engineering (R-ORG-51).' },
    TECHNICIAN: { description: 'Carries repairs out (R-ORG-65).' },
    SECURITY: { description: 'Security and gate (R-ORG-66).' },
    CLEANING_HEAD: { description: 'Head of cleaning and environment.' },
    CONTROL_ROOM: { description: 'Control room: takes reports out of hours.' },
    DOCUMENT_CONTROLLER: { description: 'Keeps the files of the centre (R-ORG-03).' },
  },
});
