/** Ordinary, or an emergency repair (急迫抢修), which has limits of its own (R-RPR-08). */
export const URGENCIES = ['ORDINARY', 'EMERGENCY'] as const;
export type Urgency = (typeof URGENCIES)[number];
