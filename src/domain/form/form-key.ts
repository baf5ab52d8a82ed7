/** The printed forms that the product knows, of the register of forms. */
export const FORM_KEYS = ['WORK_ORDER', 'PAYMENT_NOTICE', 'RECEIPT', 'HANDOVER_SHEET', 'STATEMENT', 'REPORT'] as const;
export type FormKey = (typeof FORM_KEYS)[number];

/** Languages that forms are printed in. */
export const FORM_LANGUAGES = ['ZH_CN', 'EN'] as const;
export type FormLanguage = (typeof FORM_LANGUAGES)[number];
