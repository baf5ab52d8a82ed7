import { connectionOf } from '../connection.js';
import { ApiKeyType } from './api-key.type.js';

/** A page of a list of ApiKey. */
export const ApiKeyConnection = connectionOf<ApiKeyType>('ApiKey', () => ApiKeyType);
