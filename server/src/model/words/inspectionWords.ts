import { addToGroup } from '../../text/lists.ts';

/*
 * Words of inspection reports: which say nothing of the matter, which say little, which state a weakness, and which mean
 * the same.
 */

/** Says nothing at all about what a sentence is about. */
const emptyWords = setOf(`
  a about above across after again against all almost also although always am among an and any approximately are area areas around as at
  available be because been before being below between both but by can cannot could council did do does doing done down
  during each either enough ensure ensured ensures ensuring even ever every few finding findings for from further get
  had has have having he her here him his how however i if in include included includes including inspection inspector
  inspectors into is it its itself just least less local authorities authority made make makes making many may meet
  might month months more most much must nearly neither new no nor not now of off often on once one only or other others our
  out over own part particular particularly per rather recent recently relevant result results roughly s same see seen several
  shall she should since small so some still such sufficiently take taken than that the their them themselves then there
  therefore these they this those three through throughout to together too two under until up upon us use used using
  very virtually was way ways we well were what when where whether which while who whom whose why will with within without would
  year years yet you your best better good continue continued continues continuing strengthen strengthened strengthening
  strengthens full fully high range besides furthermore moreover nevertheless nonetheless though
`);

/** Says little: such words are in most findings, or in most recommendations. */
const weakWords = setOf(`
  child children people person young service services support supported supporting supports work working works worked
  help helped helping helps case cases improve improved improves improving improvement improvements consistent
  consistently inconsistent inconsistently quality practice social care worker workers identify identified appropriate
  appropriately effective effectively clear clearly provide provided provides providing provision develop developed
  developing development develops increase increased increases increasing robust robustly require required requires
  receive received receives receiving number need needed needs key enable enables sufficient progress plan plans
`);

/** A sentence with one of these states a weakness. */
export const weaknessWords = setOf(`
  absent although cannot concern concerns deficit deficits delay delayed delays despite difficult difficulties drift fail
  failed failing failure fails few gap gaps hamper hampered hampers however inadequate incomplete inconsistent
  insufficient insufficiently lack lacked lacking lacks less limited limits missed neither never no nor not only poor
  poorly rarely rather remain remains shortfall shortfalls slow slowly too unable unclear underdeveloped until
  variability variable weak weaker weakness weaknesses without worse yet
`);

/** Words that mean the same in an inspection, a group a line. */
const meanings = meaningsOf(`
  disability disabilities disabled
  brother brothers sister sisters sibling siblings
  iro iros reviewing
  exclusion exclusions excluded
  absence absences absentee absentees
  permanence permanent permanency permanently
  neet unemployed unemployment employment eet
  time timely timeliness timescale timescales promptly prompt delay delays delayed slow slowly drift quickly pace urgent urgency urgently late
  measurable measured measure measures measuring
  voice voices views view wishes feelings heard listened
  culture cultural culturally ethnicity ethnic religion religious diversity diverse identity heritage racial race racially uniqueness
  supervision supervise supervised supervisory
  oversight oversee overseeing oversees overseen scrutiny scrutinise scrutinised scrutinising
  camhs mental emotional therapeutic wellbeing psychological
  accommodation accommodated housing homeless homelessness lodgings
  school schools education educational
  attain attainment achieve achieved achievement achievements achieving
  placement placements placed placing
  adopter adopters adoption adopted adopt adoptive
  foster fostering fostered
  data information intelligence
  audit audits auditing audited
  fgm genital mutilation
  mash hub
  caf cafs feha fehas
  lscb board boards
  alert escalate escalated escalating escalation
  challenge challenging challenged challenges
  record records recorded recording recordings
  decision decisions
  staff workforce
  court courts legal proceedings plo
  family families
  parent parents parental
  analysis analyse analysed analyses analytical evaluate evaluated evaluation evaluative
  entitled entitlement entitlements rights
  transition transitions
  leaver leavers leaving aftercare
  train training trained trainers
  history histories historical chronology chronologies
  agency agencies partner partners partnership partnerships
  scr scrs
  abuse violence
  exploitation exploited cse
  review reviews reviewed
  assess assessment assessments assessed assessing
  plan plans planning planned
  visit visits visited visiting
  visitor visitors
  kinship connected
  guardianship sgo sgos
  recruit recruitment recruiting
  conference conferences
  chair chairs chaired chairing
  suitable suitability unsuitable
  choice choices options option
  sufficiency shortage shortages shortfall shortfalls
  contingency contingencies
  outcome outcomes goal goals objective objectives target targets
  attend attended attending attendance participate participation participated participating involve involved involvement contribute contributed contribution contributions input represented representation engage engaged engagement invited
  safe safely safety safeguard safeguarded safeguarding
  disruption disruptions breakdown breakdowns stability stable instability
  advocate advocates advocacy
  adviser advisers advisor advisors
  meeting meetings discussion discussions
  investigation investigations enquiry enquiries
  vulnerable vulnerability vulnerabilities
  caseload caseloads workload workloads
  drug drugs alcohol substance misuse
  interview interviews
  strength strengths
  matching match matched
  update updated updating updates
`);

const endings =
  `isations isation ations ation ments ment nesses ness ities ity ingly edly ences ence ances ance ising ised
  ises ise ings ing ies ied ions ion ives ive ally als al ers er ors or ents ent ants ant ed es ly s e y`.split(/\s+/u);

const weakKeys = new Set([...weakWords].flatMap(word => [keyOf(word), stemOf(word)]));

/** What a word in lower case is compared by: its stem, or what it means; nothing if it says nothing of the matter. */
export function matterOf(word: string): string | undefined {
  return saysSomething(word) ? keyOf(word) : undefined;
}

/** The stem of a word in lower case; nothing if the word says nothing of the matter. */
export function matterStem(word: string): string | undefined {
  return saysSomething(word) ? (synonyms.get(word) ?? stemOf(word)) : undefined;
}

function saysSomething(word: string): boolean {
  return word.length > 1 && (weakWords.has(word) || !emptyWords.has(word));
}

/** Words that say the very same, a group a line. */
const synonyms = meaningsOf(`
  child children
  jargon language
  sibling siblings brothers sisters
  understand understands understanding understood
  give gives giving given gave
  go goes going gone went
  hold holds holding held
  write writes writing written wrote
  choose chooses choosing chosen chose
  lead leads leading led
  build builds building built
  keep keeps keeping kept
  pay pays paid paying
  grow grows grew grown growing growth
  rise rises rose risen rising
  fall falls fell fallen falling
  feel feels felt feeling
  spend spends spent spending
  send sends sent sending
`);

/** The words in lower case that mean the same in an inspection as a word does, itself among them. */
export function wordsOfMeaning(word: string): readonly string[] {
  const meaning = meanings.get(word);
  if (meaning === undefined) return [word];
  if (byMeaning.size === 0) for (const [own, of] of meanings) addToGroup(byMeaning, of, own);
  return byMeaning.get(meaning) ?? [word];
}

/** (Filled when it is first asked for: at every start it would take as long as the rest of this file.) */
const byMeaning = new Map<string, string[]>();

/** What the words that mean the same as a word are compared by, each in the order of `wordsOfMeaning`; nothing of a word that has none. */
export function stemsOfMeaning(word: string): readonly (string | undefined)[] {
  const meaning = meanings.get(word);
  if (meaning === undefined) return [];
  let stems = stemsByMeaning.get(meaning);
  if (stems === undefined) {
    stems = wordsOfMeaning(word).map(matterStem);
    stemsByMeaning.set(meaning, stems);
  }
  return stems;
}

const stemsByMeaning = new Map<string, (string | undefined)[]>();

/** Whether what a word is compared by says little: it is in most findings. */
export function saysLittle(key: string): boolean {
  return weakKeys.has(key);
}

/** What a word, in lower case, is compared by: its group of `meanings`, or its stem. */
function keyOf(word: string): string {
  return meanings.get(word) ?? stemOf(word);
}

function stemOf(word: string): string {
  let stem = word;
  for (let pass = 0; pass < 2; pass++) {
    const ending = endings.find(each => stem.length - each.length >= 4 && stem.endsWith(each));
    if (ending === undefined) {
      break;
    }
    stem = stem.slice(0, -ending.length);
  }
  return stem;
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/u));
}

function meaningsOf(groups: string): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const group of groups.trim().split('\n')) {
    const words = group.trim().split(/\s+/u);
    for (const word of words) {
      map.set(word, '=' + words[0]!);
    }
  }
  return map;
}
