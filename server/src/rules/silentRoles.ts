/** Roles of sections in which sentences and paragraphs may be alike: facts of one form, or the template’s own words. */
export const silentRoles: ReadonlySet<string> = new Set(
  'context history notices definitions method team contents judgements'.split(' '),
);
