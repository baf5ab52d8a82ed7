/** What may be done to a ticket of any kind, where the life of its kind takes it. */
export type SharedVerb = 'assign' | 'transfer' | 'callBack' | 'close' | 'decline' | 'reopen' | 'cancel';
