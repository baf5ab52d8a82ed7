/** The rules that set clocks. */
export const CLOCK_RULES = [
  'R-RPR-05',
  'R-RPR-07',
  'R-RPR-08',
  'R-RPR-10',
  'R-RPR-13',
  'D-23',
  'R-CMP-06',
  'R-CMP-07',
  'R-CMP-10',
  'R-CMP-13',
  'R-CMP-17',
  'R-CMP-24',
  'R-CMP-37',
  'R-CBK-04',
] as const;
export type ClockRule = (typeof CLOCK_RULES)[number];

/** The policies that limits of clocks come from. */
export const CLOCK_POLICIES = [
  'R-RPR-05',
  'R-RPR-07',
  'R-RPR-08',
  'P-18',
  'D-23',
  'R-CMP-06',
  'R-CMP-07',
  'R-CMP-10',
  'R-CMP-13',
  'R-CMP-17',
  'R-CMP-37',
] as const;
export type ClockPolicy = (typeof CLOCK_POLICIES)[number];
