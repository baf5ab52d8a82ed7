import { registerEnumType } from 'type-graphql';
import { VISIT_SIGNATURES } from '../../domain/owner-visit/visit-mode.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of VisitSignature. */
export const VisitSignatureEnum = enumOf(VISIT_SIGNATURES);

registerEnumType(VisitSignatureEnum, {
  name: 'VisitSignature',
  description: 'What became of the signature on the record (R-VIS-16).',
  valuesConfig: {
    SIGNED: { description: 'The owner signed.' },
    REFUSED: { description: 'The owner would not, and was not pressed.' },
    NOT_ASKED: { description: 'Nobody asked, as on the telephone.' },
  },
});
