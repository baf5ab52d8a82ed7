import { MaxLength, MinLength, Matches } from 'class-validator';
import { Field } from 'type-graphql';

interface TextFieldOptions {
  readonly description: string;
  /** Longest text, in UTF-16 code units. */
  readonly max: number;
  readonly nullable?: boolean;
  /** Whether line breaks and tabs may stand in it. */
  readonly multiline?: boolean;
}

const ONE_LINE = /^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u;
const LINES = /^(?:[^\p{Cc}\p{Cs}]|[\n\r\t])*$/u;
const NOT_BLANK = /\S/u;

/** A text of an input: bounded, not blank, without control characters. @throws INVALID_INPUT with the field's path */
export function TextField(options: TextFieldOptions): PropertyDecorator {
  const { description, max, nullable = false, multiline = false } = options;
  const rules: readonly PropertyDecorator[] = [
    Field(() => String, { description: `${description} At most ${max} characters.`, nullable }),
    MinLength(1, { message: 'must not be empty' }),
    MaxLength(max, { message: `must have at most ${max} characters` }),
    Matches(multiline ? LINES : ONE_LINE, { message: 'must not contain control characters' }),
    Matches(NOT_BLANK, { message: 'must not be blank' }),
  ];
  return (target, key) => {
    for (const rule of rules) rule(target, key);
  };
}
