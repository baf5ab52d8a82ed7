import { connectionOf } from '../connection.js';
import { ContactType } from './contact.type.js';

/** A page of a list of Contact. */
export const ContactConnection = connectionOf<ContactType>('Contact', () => ContactType);
