import { connectionOf } from '../connection.js';
import { PolicyVersionType } from './policy-version.type.js';

/** A page of a list of PolicyVersion. */
export const PolicyVersionConnection = connectionOf<PolicyVersionType>('PolicyVersion', () => PolicyVersionType);
