import { invalidInput } from '../errors.js';

/** The values of a row by column name. */
export type RowValues = (column: string) => string;

/** A text with columns in it: `Address: {address}`; by lines, since a line without content is left out. */
export type Template = readonly (readonly (string | { readonly column: string })[])[];

const PIECE = /\{\{|\}\}|\{([^{}]+)\}|[^{}]+|[{}]/g;

/**
 * Reads a template: `{column}` stands for the row's value, `{{` and `}}` for braces.
 * @throws INVALID_INPUT with the path when a brace stands alone
 */
export function readTemplate(path: string, text: string): Template {
  return text.split('\n').map((line) => {
    const parts: (string | { column: string })[] = [];
    for (const [piece, column] of line.matchAll(PIECE)) {
      if (column !== undefined) parts.push({ column });
      else if (piece === '{' || piece === '}')
        throw invalidInput(path, 'has a single brace: write {column}, and {{ or }} for a brace as text');
      else parts.push(piece === '{{' ? '{' : piece === '}}' ? '}' : piece);
    }
    return parts;
  });
}

/** The columns that a template names. */
export const columnsOf = (template: Template): string[] =>
  template.flat().flatMap((part) => (typeof part === 'string' ? [] : [part.column]));

/** The template filled with a row. A line whose columns are all empty is left out; a line without columns stays. */
export function fill(template: Template, value: RowValues): string {
  const lines = template.flatMap((parts) => {
    const columns = parts.filter((part) => typeof part !== 'string');
    if (columns.length > 0 && columns.every(({ column }) => value(column).trim() === '')) return [];
    return [parts.map((part) => (typeof part === 'string' ? part : value(part.column).trim())).join('')];
  });
  return lines.join('\n');
}
