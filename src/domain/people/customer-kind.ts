/** Whether a customer is a natural person or a firm. */
export const CUSTOMER_KINDS = ['PERSON', 'FIRM'] as const;
export type CustomerKind = (typeof CUSTOMER_KINDS)[number];
