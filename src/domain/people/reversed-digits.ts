/** Fewer last digits of a telephone number would find too many people. */
export const FEWEST_DIGITS = 4;

/**
 * The digits of a telephone number from its end, without the country code of a Chinese mobile: numbers that are written
 * differently are one, and the last digits of a number are the beginning of this text. The database keeps it by
 * a stored column that says the same.
 */
export const reversedDigits = (phone: string): string =>
  Array.from(phone.replace(/[^0-9]/g, '').replace(/^(00)?86(?=1[0-9]{10}$)/, ''))
    .reverse()
    .join('');
