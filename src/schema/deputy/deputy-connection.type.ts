import { connectionOf } from '../connection.js';
import { DeputyType } from './deputy.type.js';

/** A page of a list of Deputy. */
export const DeputyConnection = connectionOf<DeputyType>('Deputy', () => DeputyType);
