import { connectionOf } from '../connection.js';
import { EstateType } from './estate.type.js';

/** A page of a list of Estate. */
export const EstateConnection = connectionOf<EstateType>('Estate', () => EstateType);
