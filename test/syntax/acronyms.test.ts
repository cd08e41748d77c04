import { test } from 'node:test';
import { checkInlines as check } from './inlineCheck.ts';

test('the letters begin the words before', () => {
  check(`\
a multi-agency safeguarding hub (MASH)
                                 ^^^^ MASH is “multi-agency safeguarding hub”`);
  check(`\
Children’s Services (CS) Élan Vital (ÉV)
                     ^^ CS is “Children’s Services”
                                     ^^ ÉV is “Élan Vital”`);
  check(`\
safeguarding
children board (SCB)
                ^^^ SCB is “safeguarding children board”`);
});

test('small words may be passed over, or counted', () => {
  check(`\
child and adolescent mental health services (CAMHS)
                                             ^^^^^ CAMHS is “child and adolescent mental health services”`);
  check(`\
Ministry of Justice (MoJ)
                     ^^^ MoJ is “Ministry of Justice”`);
  check(`\
Local Offer of Support (LOS)
                        ^^^ LOS is “Local Offer of Support”`);
});

test('a plural s is none of the letters', () => {
  check(`\
local safeguarding boards (LSBs)
                           ^^^^ LSBs is “local safeguarding boards”`);
});

test('words are read as published', () => {
  check(`\
*initial* response team (**IRT**)
^^^^^^^^^ emphasis
                         ^^^^^^^ strong
                           ^^^ IRT is “initial response team”`);
});

test('no definition', () => {
  check('a hub (MASH), a hub (M), a hub (hub), a hub (Hub)');
  check('safeguarding hub (SH 2) safeguarding hub (SH');
  check(`\
safeguarding hub \\(SH)
                 ^ escape`);
  check('- (AB)');
  check('| a b | (AB) |\n| --- |');
});
