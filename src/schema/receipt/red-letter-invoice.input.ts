import { InputType } from 'type-graphql';
import { TextField } from '../text-field.js';
import { CancelReceiptInput } from './cancel-receipt.input.js';

/** An e-invoice that is taken back. */
@InputType({ description: 'An e-invoice that a red-letter invoice (红字发票) has taken back.' })
export class RedLetterInvoiceInput extends CancelReceiptInput {
  @TextField({ max: 20, description: 'The number of the red-letter invoice, 8 to 20 digits.' })
  redLetterNumber!: string;
}
