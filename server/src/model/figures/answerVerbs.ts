import { idSet } from '../words/wordIds.ts';

/**
 * *76% said that …*, *19 of the 25 felt that …*: so many have given an answer. The answers to several questions begin
 * alike.
 */
export const answerVerbs = idSet(
  'said say told felt feel agreed agree reported thought think believed responded replied answered',
);
