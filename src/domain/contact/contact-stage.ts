/**
 * What became of a contact (section 3 of the domain). ANSWERED: at once, within the desk's own authority. ROUTED: to a
 * ticket. ESCALATED: to a superior or a department. CLOSED: the result was fed back to the customer.
 */
export const CONTACT_STAGES = ['LOGGED', 'ANSWERED', 'ROUTED', 'ESCALATED', 'CLOSED'] as const;
export type ContactStage = (typeof CONTACT_STAGES)[number];
