import { connectionOf } from '../connection.js';
import { ExternalIdentityType } from './external-identity.type.js';

/** A page of a list of ExternalIdentity. */
export const ExternalIdentityConnection = connectionOf<ExternalIdentityType>(
  'ExternalIdentity',
  () => ExternalIdentityType,
);
