import pg from 'pg';

const INT8 = 20;
const DATE = 1082;

/** How answers of the database become values: counts as numbers, calendar days as text, instants as dates. */
export const wireTypes = new pg.TypeOverrides();
wireTypes.setTypeParser(INT8, Number);
wireTypes.setTypeParser(DATE, (value: string) => value);
