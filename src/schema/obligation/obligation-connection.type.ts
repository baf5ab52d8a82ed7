import { connectionOf } from '../connection.js';
import { ObligationType } from './obligation.type.js';

/** A page of a list of Obligation. */
export const ObligationConnection = connectionOf<ObligationType>('Obligation', () => ObligationType);
