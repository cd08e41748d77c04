import type { NameMention } from '../../model/names/nameMention.ts';
import { nameMentions } from '../../model/names/nameMentions.ts';
import { ofBody, type Synonyms } from '../../model/names/phraseMentions.ts';
import type { PlacedTerm, TermVariant } from '../../model/names/termUses.ts';
import { termVariants } from '../../model/names/termVariants.ts';
import { addToGroup } from '../../text/lists.ts';
import { oddOneOut, type Said } from '../oddOneOut.ts';
import type { Finding, Related, Rule } from '../rule.ts';

/**
 * One body, post or scheme goes by two names: with capitals here and without there, *director of* and *director for*, a
 * hyphen more or less, two acronyms for one board. Readers ask whether two things are meant, and a search finds only one.
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 1. Plans follow the Norwood Family Approach. The director of children’s services leads it.
 *
 * 2. Staff use the Norwood Family Approach well, and the Norwood family approach helps them.
 *                                                        ^^^^^^^^^^^^^^^^^^^^^^^ Also written *Norwood Family Approach*
 *
 * 3. The strategic director for children’s services knows the re-structure, and adults’ services do.
 *        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Also written *director of children’s services*
 *                                                             ^^^^^^^^^^^^ Also written *restructure*
 *                                                                               ^^^^^^^^^^^^^^^^ Also written *adult services*
 *
 * 4. The restructure was quick, the restructure of adult services quickest, and adult services are better.
 * ```
 *
 * Use one name in all places. What the framework holds to be two names of one thing is found too; the option `names` takes others:
 *
 * ```inspectmark,expect {"names":[["fixed-term exclusions","formal exclusions"]]}
 * Fixed-term exclusions are fewer. There is a rise in formal exclusions.
 *                                                     ^^^^^^^^^^^^^^^^^ Also written *fixed-term exclusions*
 * ```
 *
 * So is a word that is two in another place:
 *
 * ```inspectmark,expect
 * Pupils like the new headteacher, who replaced the acting headteacher. Staff value the head teacher.
 *                                                                                       ^^^^^^^^^^^^ Also written *headteacher*, in 2 places
 * ```
 *
 * What is written with capitals once and without elsewhere is found whatever it names, but for what a council calls its own:
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 1. Parents value early help. The council works for Our Children, and knows our children.
 *
 * 2. Referrals to Early Help are timely, and early help is of use.
 *                 ^^^^^^^^^^ Also written *early help*, in 2 places
 * ```
 *
 * What has its capitals from the name of something else, from a title or from a caption is no name by itself:
 *
 * ```inspectmark
 * ## Inspection findings
 *
 * 1. Leaders know the Independent Inquiry into Child Sexual Exploitation. Families turn to Adoption Support UK and read the ‘Hidden Harm’ strategy.
 *
 * 2. Adoption support is good. Staff recognise child sexual exploitation and hidden harm, and adoption support is of use.
 *
 * Figure 1: Spending on Adoption Support
 * ```
 *
 * The words of a long name in another order, or with an apostrophe more, are another name too:
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 1. The Local Safeguarding Children Board is strong. Partners value the Local Safeguarding Children Board.
 *
 * 2. Audits reach the Local Children’s Safeguarding Board in time.
 *                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Also written *Local Safeguarding Children Board*
 *
 * 3. Chairs of the Local Safeguarding Children Boards meet.
 * ```
 *
 * So is somebody whose name is spelt in two ways:
 *
 * ```inspectmark,expect
 * The governor, Mark Tilley, has set a clear direction, and so has Mr Paul Tilley. Governor Mark Tilly visits daily.
 *                                                                                           ^^^^^^^^^^ Also written *Mark Tilley*
 * ```
 *
 * So is a body that is a *forum* in one place and a *group* in another, or a *board* and a *partnership*, and what a body in small letters is called:
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 1. The Norwood Parent Carer Forum is active. The Theft and Missing Bicycles panel meets weekly.
 *
 * 2. The Norwood Parents and Carers Group publishes news. The Missing Bicycles and Theft (MBT) panel is new.
 *        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Also written *Norwood Parent Carer Forum*
 *                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^ Also written *Theft and Missing Bicycles*
 * ```
 *
 * In small letters a body is known by the two words before what it is called:
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 1. The corporate parenting board meets monthly. Minutes of the corporate parenting board are clear.
 *
 * 2. Foster carers attend the corporate parenting panel.
 *                             ^^^^^^^^^^^^^^^^^^^^^^^^^ Also written *corporate parenting board*, in 2 places
 * ```
 *
 * And so is a name with the same initials that has another word within:
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 1. The Early Help Resource Centre is open. Families use the Early Help Resource Centre.
 *
 * 2. Referrals reach the Early Help Referral Centre in time.
 *                        ^^^^^^^^^^^^^^^^^^^^^^^^^^ Also written *Early Help Resource Centre*, in 2 places
 * ```
 *
 * So is a scheme that is a *project* in one place and a *programme*, *scheme* or *initiative* in another:
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 1. The Harbour Project offers mediation. Parents like the Harbour Project.
 *
 * 2. Families turn to the Harbour Programme for advice.
 *                         ^^^^^^^^^^^^^^^^^ Also written *Harbour Project*, in 2 places
 * ```
 *
 * And so is a name that is spelt in two ways, or has a plural more, or a force that is a constabulary elsewhere:
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 1. Hubs in Bridgnorth and Oakham are busy. The Voice Group has met staff of Mercia Police.
 *
 * 2. The hub in Bridgenorth is new. Children of the Voices Group have met staff of Mercia Constabulary.
 *               ^^^^^^^^^^^ Also written *Bridgnorth*
 *                                                   ^^^^^^^^^^^^ Also written *Voice Group*
 *                                                                                  ^^^^^^^^^^^^^^^^^^^ Also written *Mercia Police*
 * ```
 *
 * So is a telephone number:
 *
 * ```inspectmark,expect
 * Please telephone 0300 555 1234, or 0300 555 1234 at weekends. The complaints line is 0300555 1234.
 *                                                                                      ^^^^^^^^^^^^ Also written *0300 555 1234*, in 2 places
 * ```
 *
 * Two terms are compared too where the same is said of both: those of a role, the term of a summary where recommendations
 * and findings have another, and the people of a recommendation and of the weakness that it answers:
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * Leaders watch closely the increase in distant placements for older pupils. They learn from peer visits and from their improvement adviser.
 *                                       ^^^^^^^^^^^^^^^^^^ Elsewhere *out-of-area placements*, in 3 places. If they are one, use one name.
 *
 * Training for adoptive families is delayed.
 *
 * ## Recommendations
 *
 * 1. Ensure that older pupils are safe in out-of-area placements.
 *
 * 2. Offer adoptive parents training without delay.
 *          ^^^^^^^^^^^^^^^^ The weakness is stated of *adoptive families*. If the same people are meant, use one name.
 *
 * ## Inspection findings
 *
 * 3. The increase in out-of-area placements for older pupils is watched. Visits to out-of-area placements are regular.
 *
 * 4. After peer visits leaders learn with their practice adviser.
 *                                               ^^^^^^^^^^^^^^^^ Also called *improvement adviser*. If they are one, use one name.
 * ```
 *
 * A capital that begins a sentence tells nothing, and other posts are other posts:
 *
 * ```inspectmark
 * ## Inspection findings
 *
 * 1. Family Approach is the name of the scheme. The assistant director for children’s services runs it.
 *
 * 2. The director of children’s services is new.
 * ```
 */
export const nameVariant: Rule = {
  id: 'name-variant',
  group: 'consistency',
  kind: 'question',
  severity: 'information',
  summary: 'One body, post or scheme goes by two names',
  fixable: false,
  readsWords: true,
  options: {
    names: {
      type: 'array',
      items: { type: 'array', items: { type: 'string' }, minItems: 2 },
      description: 'lists of names, each of names that mean the same',
    },
  },
  *check({ report, options }) {
    for (const variant of termVariants(report)) yield termFinding(variant);
    const variants = variantsOf(nameMentions(report, synonymsIn(options.names)));
    const told = new Set<number>();
    for (const variant of variants) {
      // (*The Norwood Carer Forum* and *Group* differ in what they are called, and so in their words.)
      if (habits.has(variant.kind) || told.has(variant.odd.last.from)) continue;
      told.add(variant.odd.last.from);
      yield finding([variant]);
    }
    for (const habit of habits) {
      const [first, ...others] = variants
        .filter(({ kind }) => kind === habit)
        .sort((a, b) => b.mentions.length - a.mentions.length);
      if (first !== undefined) yield finding([first, ...others]);
    }
  },
};

/** Of these kinds there are many if there is one: together they are one finding. */
const habits: ReadonlySet<NameMention['kind']> = new Set(['capitals', 'hyphen']);

/** A thing with several names: the places of the rarest, and those of the most usual. */
interface Variant {
  readonly kind: NameMention['kind'];
  readonly odd: Said<NameMention>;
  readonly usual: Said<NameMention>;
  readonly mentions: readonly NameMention[];
}

function variantsOf(mentions: readonly NameMention[]): Variant[] {
  const byThing = new Map<string, NameMention[]>();
  for (const mention of mentions) {
    const key = `${mention.kind} ${mention.thing}`;
    addToGroup(byThing, key, mention);
  }
  return [...byThing.values()].flatMap(same => {
    // In small letters or capitals is another kind’s.
    const groups = oddOneOut(same, ({ kind, form }) =>
      kind === 'initials' ? bare(form) : isOfWords(kind) ? form.toLowerCase() : form,
    );
    const [odd] = groups;
    const usual = groups.at(-1);
    const kind = same[0]?.kind;
    if (kind === undefined || odd === undefined || usual === undefined || odd === usual) return [];
    return same[0]?.thing.startsWith(ofBody) === true && areSideBySide(odd, usual)
      ? []
      : [{ kind, odd, usual, mentions: same }];
  });
}

/** Whether two bodies are named within so many characters, and so told apart. */
function areSideBySide(one: Said<NameMention>, other: Said<NameMention>): boolean {
  return one.places.some(place => other.places.some(({ from }) => Math.abs(from - place.from) < sideBySide));
}

const sideBySide = 60;

/** A name without what another kind is of: capitals, plurals, possession and hyphens. */
function bare(form: string): string {
  return form.toLowerCase().replace(/’?s\b|-/g, '');
}

function isOfWords(kind: NameMention['kind']): boolean {
  return kind === 'order' || kind === 'scheme' || kind === 'spelling';
}

const mostRelated = 20;

function finding([variant, ...others]: readonly [Variant, ...Variant[]]): Finding {
  const { odd, usual, mentions } = variant;
  const count = usual.places.length;
  const more =
    others.length === 0
      ? ''
      : ` ${others.length === 1 ? 'One more is' : `${others.length} more are`} written in two ways.`;
  return {
    from: odd.last.from,
    to: odd.last.to,
    message: `Also written *${usual.last.form}*${count === 1 ? '' : `, in ${count} places`}. ${variant.kind === 'telephone' ? 'Write the number in one way.' : 'If they are one, use one name.'}${more}`,
    related: [
      ...mentions
        .filter(mention => mention !== odd.last)
        .slice(0, mostRelated)
        .map(placeOf),
      ...others.map(other => placeOf(other.odd.last)),
    ],
  };
}

function termFinding({ kind, odd, usual }: TermVariant): Finding {
  const places = usual.length === 1 ? '' : `, in ${usual.length} places`;
  const form = `*${usual[0]?.form ?? ''}*${places}`;
  const messages: Record<TermVariant['kind'], string> = {
    role: `Also called ${form}. If they are one, use one name.`,
    term: `Elsewhere ${form}. If they are one, use one name.`,
    people: `The weakness is stated of ${form}. If the same people are meant, use one name.`,
  };
  return { from: odd.from, to: odd.to, message: messages[kind], related: usual.slice(0, mostRelated).map(placeOf) };
}

function placeOf({ from, to, form }: PlacedTerm): Related {
  return { from, to, message: `Here it is *${form}*.` };
}

function synonymsIn(names: unknown): Synonyms {
  if (!Array.isArray(names)) return [];
  return names.filter((all): all is string[] => Array.isArray(all) && all.every(name => typeof name === 'string'));
}
