/** How a matter reached the centre. VISIT: the customer came to the desk; LETTER: anything in writing. @rule D-17 */
export const CHANNELS = [
  'PHONE',
  'VISIT',
  'APP',
  'LETTER',
  'STAFF',
  'PATROL',
  'OWNER_VISIT',
  'QUESTIONNAIRE',
  'OPINION_BOX',
  'OWNERS_COMMITTEE',
  'GOVERNMENT_HOTLINE',
  'MEDIA',
  'HEAD_OFFICE',
  'OTHER',
] as const;
export type Channel = (typeof CHANNELS)[number];
