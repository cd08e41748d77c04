/**
 * Whether a UTF-16 unit is a letter, as far as reports need to know: Latin with all its accents, and whatever other
 * scripts have below the punctuation of U+2000. To ask by Unicode's own classes costs milliseconds at first use.
 */
export function isLetter(unit: number): boolean {
  return (
    (unit >= 97 && unit <= 122) ||
    (unit >= 65 && unit <= 90) ||
    (unit >= 0xc0 && unit < 0x2000 && unit !== 0xd7 && unit !== 0xf7)
  );
}
