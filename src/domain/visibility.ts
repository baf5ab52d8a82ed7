/** Who may see a note or an event: staff only, or the customer too. @rule D-30 */
export const VISIBILITIES = ['INTERNAL', 'CUSTOMER'] as const;
export type Visibility = (typeof VISIBILITIES)[number];
