/** Who answers and pays for a repair: 保修 is the developer's warranty. @rule D-05 @rule R-DSP-13 */
export const RESPONSIBILITIES = [
  'COMPANY',
  'OWNER_PAYS',
  'DEVELOPER_WARRANTY',
  'SUPPLIER',
  'MAINTENANCE_FUND',
] as const;
export type Responsibility = (typeof RESPONSIBILITIES)[number];
