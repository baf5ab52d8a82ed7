import { connectionOf } from '../connection.js';
import { StatementLineType } from './statement-line.type.js';

/** A page of the lines of a statement. */
export const StatementLineConnection = connectionOf('StatementLine', () => StatementLineType);
