/**
 * Whether a UTF-16 unit is a letter, as far as reports need to know: Latin with all its accents, and whatever other
 * scripts have below the punctuation of U+2000. To ask by Unicode's own classes costs milliseconds at first use.
 */
export function isLetter(unit: number): boolean {
  return (
    isSmallLetter(unit) || isCapitalLetter(unit) || (unit >= 0xc0 && unit < 0x2000 && unit !== 0xd7 && unit !== 0xf7)
  );
}

/** Whether a UTF-16 unit is a small letter from a to z. */
export function isSmallLetter(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}

/** Whether a UTF-16 unit is a capital letter from A to Z. */
export function isCapitalLetter(unit: number): boolean {
  return unit >= 0x41 && unit <= 0x5a;
}

/** Whether a UTF-16 unit is a digit from 0 to 9. */
export function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}
