import { connectionOf } from '../connection.js';
import { EstateGroupType } from './estate-group.type.js';

/** A page of a list of EstateGroup. */
export const EstateGroupConnection = connectionOf<EstateGroupType>('EstateGroup', () => EstateGroupType);
