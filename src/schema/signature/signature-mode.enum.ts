import { registerEnumType } from 'type-graphql';
import { SIGNATURE_MODES, type SignatureMode } from '../../domain/signature/signature-mode.js';

/** The GraphQL enum of SignatureMode. */
export const SignatureModeEnum = Object.fromEntries(SIGNATURE_MODES.map((value) => [value, value])) as {
  [V in SignatureMode]: V;
};

registerEnumType(SignatureModeEnum, {
  name: 'SignatureMode',
  description: 'How somebody has signed, or why nobody has.',
  valuesConfig: {
    PHONE: { description: 'Drawn on a telephone or tablet: needs attachment, name, device and content hash.' },
    LINK: { description: 'Drawn by a one-time link, without signing in: see `signByLink`.' },
    PAPER: { description: 'On paper: needs a photo or scan of it, name and content hash.' },
    ACCOUNT: {
      description:
        'With the own sign-in, by the head of the department or by the resident in the app: needs the content hash.',
    },
    REFUSED: { description: 'The customer would not sign: needs the reason (D-05).' },
    ABSENT: { description: 'The customer was not there: needs the reason (D-05).' },
  },
});
