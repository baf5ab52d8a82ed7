import { connectionOf } from '../connection.js';
import { DunningCaseType } from './dunning-case.type.js';

/** A page of dunning cases. */
export const DunningCaseConnection = connectionOf('DunningCase', () => DunningCaseType);
