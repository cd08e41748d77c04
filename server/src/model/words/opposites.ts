import { wordId } from './proseReading.ts';

/** Words that say the contrary of others, all by their `wordId`s. */
export const opposites = new Map(
  `ineffective effective strong good robust
  insufficient sufficient enough adequate
  inadequate adequate good sufficient strong effective robust
  few sufficient enough adequate
  shortage sufficient enough adequate plentiful
  shortages sufficient enough adequate plentiful
  inconsistent consistent consistently
  variable consistent consistently
  patchy consistent
  unclear clear specific
  vague clear specific measurable precise detailed
  confusing clear
  superficial thorough detailed rigorous comprehensive robust
  inappropriate appropriate
  unsuitable suitable
  unsafe safe
  unstable stable settled
  irregular regular frequent
  infrequent regular frequent
  sporadic regular frequent
  irregularly regularly frequently
  infrequently regularly frequently routinely
  sporadically regularly frequently routinely
  rarely regularly frequently routinely consistently
  seldom regularly frequently routinely consistently
  inconsistently consistently
  ineffectively effectively well
  poor good strong excellent high
  poorly well
  weak strong good effective robust rigorous
  slow timely prompt quick swift
  slowly promptly quickly swiftly
  late timely prompt promptly
  overdue timely prompt promptly
  delayed timely prompt promptly quickly swiftly
  untimely timely
  low high good
  weakness strength strong good
  limited good extensive broad wide
  narrow broad wide extensive
  dirty clean
  unclean clean
  underdeveloped developed established embedded
  manageable high unmanageable excessive
  rare common frequent
  deteriorating improving
  worsening improving
  declining improving rising increasing growing
  falling rising increasing growing risen increased grown
  decreasing rising increasing growing risen increased grown
  deteriorated improved
  worsened improved
  declined improved risen increased grown
  fallen risen increased grown rising increasing growing doubled trebled
  decreased risen increased grown rising increasing growing doubled trebled
  reduced risen increased grown rising increasing growing doubled trebled
  reducing rising increasing growing risen increased grown
  halved doubled trebled risen increased grown rising increasing growing
  shrinking growing
  shorter longer
  fewer more
  negative positive
  worse better improved well favourably
  unaware aware know knows
  unable able
  unwilling willing
  unallocated allocated
  unmet met
  untrained trained
  inaccurate accurate reliable
  incomplete complete
  unreliable reliable accurate
  inaccessible accessible
  inflexible flexible
  insecure secure
  incoherent coherent
  hard easy
  difficult easy
  understaffed staffed
  undervalued valued
  disorganised organised
  inexperienced experienced
  adequate excellent outstanding exceptional
  part-time full-time
  temporary permanent
  unrealistic realistic
  unsettled settled
  unhappy happy satisfied
  dissatisfied satisfied happy
  absent present evident included
  missing included present evident
  outdated up current
  out up`
    .split('\n')
    .map(line => {
      const [word = 0, ...contrary] = line.trim().split(' ').map(wordId);
      return [word, contrary] as const;
    }),
);

/** Words that are the contrary of one. */
export const contraries = new Set([...opposites.values()].flat());

/** Takes *unwelcoming* for the opposite of *welcoming*, where neither is known for one. */
export function learnNegated(id: number, word: string): void {
  if (!negated.test(word)) return;
  const other = wordId(word.slice(2));
  if (!opposites.has(id) && !opposites.has(other)) opposites.set(id, [other]);
}

/** *Unwelcoming*, but not *understand* or *until*. */
const negated = /^un(?!der|il|ion|iqu|iver|it|less|til|animous)[a-z]{5,}$/;
