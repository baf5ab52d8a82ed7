/** The system roles; a company shows its own titles for them (domain section 2.1). */
export const ROLES = [
  'COMPANY_ADMIN',
  'COMPANY_LEADER',
  'QUALITY_OFFICER',
  'FINANCE_OFFICER',
  'ESTATE_MANAGER',
  'SERVICE_MANAGER',
  'SERVICE_SUPERVISOR',
  'STEWARD',
  'ASSISTANT_STEWARD',
  'FRONT_DESK',
  'CASHIER',
  'TREASURER',
  'ACCOUNTANT',
  'ENGINEERING_HEAD',
  'TECHNICIAN',
  'SECURITY',
  'CLEANING_HEAD',
  'CONTROL_ROOM',
  'DOCUMENT_CONTROLLER',
] as const;
export type Role = (typeof ROLES)[number];
