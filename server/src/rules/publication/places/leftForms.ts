/** What is still to be filled in, or was noted in the text: what each begins with, how it looks, and what must stand before it and is part of it. */
export const leftForms: readonly (readonly [begins: string, form: RegExp, before?: RegExp])[] = [
  [
    '[',
    /\[(?:insert|add|enter|name|names|date|dates|number|figure|tb[cad]|to be (?:confirmed|added|completed|checked)|to follow|x+|local authority|council|provider|check|confirm|delete|query|amend|specify|awaiting|placeholder|text)\b[^\][\r\n]{0,60}\](?![(:])|\[\?+\]/iy,
  ],
  [
    '[',
    /\[(?:[A-Z]{2,3}(?:\d{1,3}|: [^\][\r\n]{1,200})|(?:[Nn]ote to|NB|[Dd]eleted|[Ii]nserted)\b[^\][\r\n]{0,80})\](?![(:])|(?<=Comment(?:ed)? )\[\w{1,6}\]:|\[[^\][\r\n^]{1,40}\?\](?![(:])/y,
  ],
  [
    '[',
    /\[(?:citation needed|source\?|ref(?:erence)? needed|refs?\.?|cross-?ref(?:erence)?|new|moved|Comment (?:by|\[\w{1,6}\]:)[^\][\r\n]{0,200})\](?![(:])/iy,
  ],
  ['{', /\{\s?(?!(?:PAGE|NOTE)?REF\s)[A-Z]{3,16}(?:\s[^{}\r\n]{0,60})?\}/y],
  ['<<', /<<[^<>\r\n]{2,80}>>/y],
  [
    '<',
    /<(?:insert|add|enter|names?|dates?|number|figure|to be (?:confirmed|added|completed|checked)|local authority|council|provider)\b[^<>\r\n]{0,60}>/iy,
  ],
  [
    'Format',
    /Formatted: (?:Font|Indent|List|Normal|Space|Bullet|Heading|Highlight|Underline|English|Left|Right)\b[^.\r\n]{0,40}/y,
  ],
  ['Click ', /Click (?:or tap )?(?:here )?to (?:enter|add|insert) (?:text|a date|a title)\.?/y],
  ['Insert', /Insert (?:text|name|date|figures?|number|picture|table|chart|title) here\.?/y],
  ['(?', /\(\?{1,3}\)/y],
  ['Choose', /Choose an item\.?/y],
  ['??', /\?{2,}/y],
  ['__', /_{3,}|(?<=\s)__(?=[\s.,;])/y],
  ['$', /\$(?!(?:thousand|million|billion|trillion|bn)s?\b)\p{Ll}{3,20}(?![\p{L}\d])/uy],
  [
    '%',
    /(?<!\d|\d\s)(?:%\p{L}{2,30}%|(?<=(?<!\p{L})(?:[Ii]n|[Ff]or|of|to|at|by|about|nearly|almost|than|only|over|with)\s)%(?=\s\p{Ll}))/uy,
  ],
  ['{', /\{(?![Rr]ec)\p{L}[\p{L} _-]{1,40}\}/uy],
  ['##', /(?<=\S[ \t])#{2,6}(?=%|\s\p{Ll})/uy],
  ['…', /…[.…]{2,20}/y],
  ['{{', /\{\{[^{}\r\n]{1,60}\}\}/y],
  ['«', /«\p{L}[\p{L}\d_]{1,40}»/uy],
  // A question of one word or two in brackets is the author’s own: *(source?)*, *(45%?)*; of a tag its rule tells.
  ['?)', /\?\)/y, /\((?!(?:\p{L}{1,14} )?recomm)[\p{Ll}\d][\p{L}\d%]{0,14}(?: [\p{L}\d%]{1,14})?$/u],
  ['Deleted:', /Deleted: [^.\r\n]{1,60}/y],
  ['NB', /NB:? [^.\r\n]{0,40}\bto (?:add|check|complete|confirm|follow|insert|provide|supply|update)\b[^.\r\n]{0,60}/y],
  // (*The programme *Check and Challenge* has …*, *wrote *ADD your name**: what a sentence leads in to, or goes on from, is part of it.)
  [
    '*',
    /(?<!\*|(?<!\p{L})(?:an?|and|as|called|for|from|in|is|named|of|on|or|says|that|the|to|was|with|words?) )\*{1,3}(?:add|ask|check|confirm|delete|query|tbc|to check|to confirm|update|ADD|ASK|CHECK|CONFIRM|DELETE|QUERY|TBC|UPDATE)\b[^*\r\n]{0,60}\*{1,3}(?![,’]|\s(?:and|or|is|are|was|were|has|have|had)(?!\p{L}))/uy,
  ],
  // *On … 2017*: the day is not known yet.
  ['… ', /… (?=(?:19|20)\d\d(?!\d))/y, /(?<!\p{L})(?:on|in|by|from|until|since) $/u],
  ['[', /\[\p{L}[\p{L} ]{1,30}(?:\/[\p{L} ]{2,30}){1,6}\](?![(:])/uy],
  ['YYYY', /YYYY/y, /(?:DD?[/ .-])?MM?[/ .-]$/],
  ['yyyy', /yyyy/y, /(?:dd?[/ .-])?mm?[/ .-]$/],
  [
    'blank',
    /blank\b/y,
    /[Tt]his (?:page|section) (?:is |has been )?(?:intentionally left |left intentionally |left )$/,
  ],
  ['!!', /!{2,9}/y],
  ['(Guidance', /\(Guidance(?: notes?)?: [^()\r\n]{1,300}\)/y],
  ['(Note to ', /\(Note to (?:authors?|editors?|inspectors?|self)\b[^()\r\n]{1,300}\)/y],
  // What a program that writes texts says of itself, or marks its sources with.
  ['language model', /language model\b/y, /As an? (?:AI |large )$/],
  [
    'version of ',
    /version of (?:the|this|your) (?:paragraph|passage|report|section|text)\b/y,
    /Here(?:[’']s| is) (?:a|the|your) (?:corrected|edited|improved|polished|revised|rewritten|updated) $/,
  ],
  [':contentReference[', /:contentReference\[oaicite:\d{1,3}\](?:\{index=\d{1,3}\})?/y],
  ['【', /【[^】\r\n]{1,40}】/y],
];

/** The longest that may be part of it before what it begins with. */
export const longestLead = 56;
