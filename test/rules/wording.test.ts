import { checkByRule as check } from './checkByRule.ts';

const final = '---\nstatus: final\n---\n\n## Inspection findings\n\n';
const review = final.replace('final', 'review');
const draft = final.replace('final', 'draft');

check('repeated-word', '9. The the plan.', ['the']);
check('repeated-word', "9. Plans don’t\n   don’t work, and can't can't. It isn’t is late. Is it? It isn’t. Isn’t it?", [
  'don’t',
  "can't",
]);
check('repeated-word', '9. The plan of\n   of the child.', ['of']);
check('repeated-word', '9. The plan. Plan well. It had had an effect, very very good.', []);
check('repeated-word', '9. Placements are in in-house homes; it is is clear.', ['is']);
check('repeated-word', '9. The <!-- which? --> the plan.', ['the']);
check('repeated-word', '9. In 10 10-year-olds, and 9 9 of Baden Baden.', []);

check('broken-hyphen', '9. A well- planned, multi- agency offer to 19 year -olds.', [
  'well- planned',
  'multi- agency',
  'year -olds',
]);
check('broken-hyphen', '9. City- and area-level meetings for five- to 11-year-olds and child- or family-led work.', []);
check('broken-hyphen', '9. A well-\nplanned and multi- \nagency offer.', []);
check('broken-hyphen', '9. The board -which met often- and the plan- which is late - is well known.', []);
check('broken-hyphen', '- Plans\n    - visits\n- reviews', []);

check('undefined-acronym', '9. The MARAC is good, and the MARACs’ work too.', ['MARAC']);
check('undefined-acronym', '9. The multi-agency risk assessment conferences (MARACs) are good. A MARAC is quick.', []);
check(
  'undefined-acronym',
  '9. Those with special educational needs and/or disabilities (SEND) do well. SEND is known.',
  [],
);
check(
  'undefined-acronym',
  '9. A director of children’s services – DCS – leads. The RAG (red, amber, green) ratings help.',
  [],
);
check(
  'undefined-acronym',
  '9. Part III and part IV of GAO-26-107551, at TW9 4DU, the UK and the NHS. WHAT WE FOUND',
  [],
);
check('undefined-acronym', '9. The ‘ESTEEM’ group and the DATA Act help.', []);
check('undefined-acronym', '9. Work is done by the quality assurance group. QAG meets monthly.', ['QAG']);
check('undefined-acronym', '## The inspection team\n\nJ. Person OBE, HMI and DCH', []);

check('unused-acronym', '9. The quality assurance group (QAG) meets.\n\n## The work of the QAG\n\n10. It is good.', []);
check('unused-acronym', '9. The quality assurance group (QAG) meets.\n\n10. The group is good.', ['QAG']);
check('unused-acronym', '## Information about this inspection\n\nSix of Her Majesty’s Inspectors (HMI) took part.', []);

check('repeated-acronym', '9. A child in need (CIN) or children in need (CIN). CIN plans.', ['CIN']);
check(
  'repeated-acronym',
  '## Recommendations\n\n1. Improve the public law outline (PLO).\n\n## Inspection findings\n\n2. The public law outline (PLO) and the PLO.',
  [],
);

check('preferred-term', '9. Looked after\nchildren live with siblings.', ['Looked after children', 'siblings']);
check('preferred-term', '9. The looked after children’s council and a Looked After Children team.', []);
check(
  'preferred-term',
  '9. It is for children looked after, ‘looked after children’ or looked after children teams.',
  [],
);
check('preferred-term', '9. Most looked after children do well.', [], 'generic');

check('number-style', '9. Reviews took 6 months and fourteen days.', ['6', 'fourteen']);
check('number-style', '9. At key stage 4, level 2, 8 of 12 did well, in 3 of 10 cases, at 9% and £5 a day.', []);
check('number-style', '9. Twelve children wait.\n\n- 12 children wait.', []);
check('number-style', '9. About 7 per cent wait. Twenty per cent do not.', ['7 per cent']);
check('number-style', '9. Reviews took 6 months and 7 percent wait.', [], 'generic');

check('date-style', '9. On 6th November 2017, on 1st of May and on 3rd birthdays.', ['6th November']);
check('date-style', '9. On 6-30 November 2017, in 2016-17 and in 2015─16.', ['6-30 November']);
check('date-style', '9. On 6–30 November 2017, in 2016–17, on May 20 children left; in Mar 2 left.', []);
check('date-style', '9. On November 6, 2017, on 11/06/2017 and on 6 Nov 2017.', [
  'November 6, 2017',
  '11/06/2017',
  '6 Nov',
]);
check('date-style', '9. On November 6, 2017 and on 6th November 2017.', [], 'generic');
check(
  'date-style',
  '9. On 6 November 2016, 7 November 2016, 8 November 2016, and on 9th November.',
  ['9th November'],
  'generic',
);

check('quotation-marks', '9. It is ‘good’ and "clear" and the boys’ ‘own’.', ['"clear"']);
check('quotation-marks', '9. She said ‘he told me “no” twice’.', []);
check('quotation-marks', "9. The council's plan is 5' 4\" long.", []);
check('quotation-marks', '9. It is “good”, “clear” and “known”, and ‘quick’.', ['‘quick’'], 'generic');

check('note-left', `${final}<!-- ask them -->`, ['<!-- ask them -->']);
check('note-left', `${review}Text. <!-- ask them -->`, ['<!-- ask them -->']);
check('note-left', `${draft}<!-- ask them -->`, []);
check('note-left', `${final}9. Late. (Recommendation)<!-- 2, 3 -->`, []);

check('placeholder-left', `${final}9. XX% and xx of Part XX, [TBC], [name] and [date of visit], ____ weeks.`, [
  'XX',
  'xx',
  '[TBC]',
  '[name]',
  '[date of visit]',
  '____',
]);
check('placeholder-left', `${final}9. [1] and [a], [sic], ‘[name] helps’, [date](a.inspection), A\\_\\_B.`, []);
check('placeholder-left', `${final}9. Text.\n\n________________\n\n[^1]: A note.`, []);
check('placeholder-left', `${draft}9. XX% and [TBC].`, []);

check('picture-description', `${final}![](a.png) ![Figure 2](b.png) ![a.png](a.png) ![Rates fell](c.png)`, [
  '![](a.png)',
  '![Figure 2](b.png)',
  '![a.png](a.png)',
]);
check('link-text', 'See [**here**](a.inspection), [this page](b.inspection) or [the annex](c.inspection).', [
  '[**here**](a.inspection)',
  '[this page](b.inspection)',
]);
check('table-header', '|  |  |  |\n| --- | --- | --- |\n| a | b | c |', ['']);
// Pairs of a name and a value have no other form.
check('table-header', '|  |  |\n| --- | --- |\n| a | b |', []);
check('table-header', '|  |  |\n| --- | --- |\n| a | b |\n|  | c |', ['']);
check('table-header', '| a | b |\n| --- | --- |\n| c | d | e |', ['']);
check('table-header', '|  | b |\n| --- | --- |\n| c | d |', []);

check(
  'standard-text',
  '## Information about this inspection\n\nThe inspection of the local authority was carried out under section 136 of the Education and Inspections Act.',
  ['Act'],
);
check(
  'standard-text',
  '## {.notices}\n\nIf you would like a copy of this document in a different format, such as large print or Braille, please telephone 03001231231, or email enquiries@ofsted.gov.uk.',
  [],
);
check('standard-text', '## The inspection team\n\nLead inspector: A. Person', []);

check('identifying-detail', '9. One boy died. Two young people are pregnant.', ['One boy', 'Two young people']);
check(
  'identifying-detail',
  '9. One child protection plan, one in four children and two serious case reviews of deaths.',
  [],
);
check('identifying-detail', '9. Only one care leaver moved, but 12 are in custody. Five children died.', []);
check(
  'identifying-detail',
  '9. The head teacher, Jane Smith, and Ann Lee-Jones, a senior social worker, met Cllr Brown.',
  ['Jane Smith', 'Ann Lee-Jones', 'Cllr Brown'],
);
check('identifying-detail', '9. The chair, Corporate Director, and the social worker Early Help team met.', []);
check('identifying-detail', 'Dr A Person\n\n## The inspection team\n\nLed by Mrs Smith', []);

check('directive-without-reason', '<!-- inspectmark-disable repeated-word -->', ['inspectmark-disable repeated-word']);
check('directive-without-reason', '<!-- inspectmark-disable repeated-word as agreed -->', []);

// Of a tag amid the words they keep their places.
check(
  'repeated-word',
  '## Inspection findings\n\n9. Plans (Recommendation 1) and visits (Recommendation 2) are are late.',
  ['are'],
);
