/** Who signs a work order: the customer, then the head of the department. @rule R-RPR-11 @rule R-RPR-12 */
export const SIGNERS = ['CUSTOMER', 'DEPARTMENT_HEAD'] as const;
export type Signer = (typeof SIGNERS)[number];
