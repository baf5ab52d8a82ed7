/** The stored column that `reversedDigits` of the domain says the same as, of a column with a telephone number. */
export const reversedDigitsOf = (column: string): string =>
  `(reverse(regexp_replace(regexp_replace("${column}", '[^0-9]', '', 'g'), '^(00)?86(?=1[0-9]{10}$)', ''))) stored`;
