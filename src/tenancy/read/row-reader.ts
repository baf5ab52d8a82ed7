import { wireTypes } from './wire-types.js';

/** A column as the database describes it. */
export interface FieldOfRow {
  readonly name: string;
  readonly dataTypeID: number;
}

/** Makes a row of the texts that the database has sent for it. */
export type RowReader = (texts: readonly (string | null)[]) => Record<string, unknown>;

/** How rows of these columns are read. */
export function rowReader(fields: readonly FieldOfRow[]): RowReader {
  const columns = fields.map(({ name, dataTypeID }) => {
    return { name, parse: wireTypes.getTypeParser(dataTypeID, 'text') as unknown as (text: string) => unknown };
  });
  return (texts) => {
    const row: Record<string, unknown> = {};
    let at = 0;
    for (const { name, parse } of columns) {
      const text = texts[at] ?? null;
      row[name] = text === null ? null : parse(text);
      at += 1;
    }
    return row;
  };
}
