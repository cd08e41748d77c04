/** A tag between the brackets of HTML, with its words: *<Recommendation 3>*. */
export const angledTag = /^<(recommendations?(?:\s[\d\s,–-]{1,60}(?:and\s{1,9}\d{1,3}\s{0,9})?)?)>$/i;
