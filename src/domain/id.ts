const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a text has the form of an id; another form names nothing, so it is simply not found. */
export const isId = (text: string): boolean => ID.test(text);
