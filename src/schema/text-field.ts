import { ArrayMaxSize, ArrayMinSize, IsOptional, Matches, MaxLength, MinLength } from 'class-validator';
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

interface TextListFieldOptions {
  readonly description: string;
  /** Most texts. */
  readonly most: number;
  /** Fewest texts; none where nothing is said. */
  readonly atLeast?: number;
  /** Longest text, in UTF-16 code units. */
  readonly max: number;
  readonly nullable?: boolean;
}

/** Texts of one line each of an input, as `TextField` has them. @throws INVALID_INPUT with the field's path */
export function TextListField(options: TextListFieldOptions): PropertyDecorator {
  const { description, most, atLeast = 0, max, nullable = false } = options;
  const rules: readonly PropertyDecorator[] = [
    Field(() => [String], {
      description: `${description} At most ${most}, of at most ${max} characters each.`,
      nullable,
    }),
    ...(nullable ? [IsOptional()] : []),
    ...(atLeast > 0
      ? [ArrayMinSize(atLeast, { message: `must have at least ${atLeast} ${atLeast > 1 ? 'items' : 'item'}` })]
      : []),
    ArrayMaxSize(most, { message: `must have at most ${most} items` }),
    MinLength(1, { each: true, message: 'must not be empty' }),
    MaxLength(max, { each: true, message: `must have at most ${max} characters each` }),
    Matches(ONE_LINE, { each: true, message: 'must not contain control characters' }),
    Matches(NOT_BLANK, { each: true, message: 'must not be blank' }),
  ];
  return (target, key) => {
    for (const rule of rules) rule(target, key);
  };
}
