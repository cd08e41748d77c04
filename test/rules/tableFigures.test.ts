import { checkByRule as check } from './checkByRule.ts';

const prison = `| Population | 2022 | 2023 |
| --- | --- | --- |
| Prisoners held | 612 | 640 |
| Prisoners aged over 60 | 48 | 57 |
| Foreign national prisoners | 71 | 66 |`;
const teams = `| Team | Social workers in post | Vacancies |
| --- | --- | --- |
| Assessment and safeguarding | 22 | 6 |
| Children in care | 17 | 1 |`;
const councils = `| Indicator | Westmarch | Similar councils |
| --- | --- | --- |
| Children in care per 10,000 | 84 | 71 |
| Health assessments within 20 days | 88% | 71% |`;
const staff = `| Staff | Number |
| --- | --- |
| Registered nurses | 9 |
| Care workers | 31 |`;
const spending = `Table 1: Spending, £ million

| Service | 2019–20 | 2020–21 |
| --- | --- | --- |
| Residential care | 9.1 | 11.4 |`;
const years = `| Measure | 2021 | 2022 | 2023 |
| --- | --- | --- | --- |
| Assaults on staff | 50 | 41 | 64 |
| Complaints | 980 | 880 | 760 |`;

const beside =
  (rule: string) =>
  (table: string, said: string, expected: readonly string[] = []): void =>
    check(
      rule,
      `---\nprovider: Westmarch\n---\n\n## Summary\n\n${said}\n\n## Findings\n\nManagers met.\n\n${table}\n`,
      expected,
    );
const conflict = beside('figure-conflict');
const direction = beside('change-direction');
const share = beside('percentage-mismatch');

conflict(prison, 'In 2023 the prison held 654 prisoners, most of them for long.', ['654']);
conflict(teams, 'There are eight vacancies in the assessment and safeguarding team.', ['eight']);
conflict(councils, 'Westmarch has 48 children in care per 10,000, well above similar councils.', ['48']);
conflict(councils, 'In Westmarch, 78% of health assessments were completed within 20 days.', ['78%']);
conflict(staff, 'At the time of our inspection the home had 28 care workers.', ['28']);
conflict(spending, 'The council spent £10.4 million on residential care in 2020–21.', ['10.4 million']);
conflict(spending, 'The council spent £9.2 million on residential care in 2019–20.', ['9.2 million']);
conflict(spending, 'The council spent £9 million on residential care in 2019–20.');
conflict(`${staff}\n\n### Training\n\n| Course | Care workers |\n| --- | --- |\n| Fire | 28 |`, 'Staff are kind.');
conflict(`${staff}\n\n### Training\n\n| At night | Number |\n| --- | --- |\n| Care workers | 28 |`, 'Staff are kind.', [
  '31',
]);
conflict(`${staff}\n\n### Other home\n\n| Staff | Number |\n| --- | --- |\n| Care workers | 28 |`, 'Staff are kind.');
conflict(
  '| Date of previous inspection | 14 June 2016 |\n| --- | --- |',
  'The last inspection on 14 July 2016 was short.',
  ['14 June 2016'],
);

// Another time.
conflict(prison, 'In 2022 the prison held 612 prisoners. By May 2023 the prison held 655 prisoners.');
conflict(prison, 'At the last inspection 480 prisoners were held.');
// Some of them, and others.
conflict(prison, 'In 2023, 12 prisoners aged over 60 said that they felt unsafe.');
conflict(prison, 'In 2023, 30 prisoners aged over 60 had been held for more than a year.');
conflict(prison, 'In 2023, 18 prisoners were aged over 60 and disabled.');
conflict(prison, 'In 2023 a further 12 prisoners were held elsewhere. In 2023 A wing held 120 prisoners.');
conflict(teams, 'Four social workers in the assessment and safeguarding team have been in post for a year.');
conflict(teams, 'The council has filled eight vacancies in the assessment and safeguarding team.');
conflict(councils, 'Similar councils have 71 children in care per 10,000. There are 344 children in care.');
conflict(councils, 'In Westmarch, 95% of health assessments were completed within 30 days.');
conflict(staff, 'There were two registered nurses on duty on each shift. We spoke with six care workers.');
conflict(staff, 'Six of the care workers were new. The home had recruited six care workers.');
conflict(staff, 'About 30 care workers were employed.');
conflict(spending, 'The council spent £2.1 million on residential care for disabled children in 2020–21.');
conflict(spending, 'The council spent £11.38 million on residential care in 2020–21.');

direction(years, 'Assaults on staff have fallen since 2022.', ['fallen']);
direction(years, 'There has been an increase in complaints since 2021.', ['increase']);
direction(years, 'Assaults on staff had fallen by 2022, and have risen since 2022.');
direction(years, 'Serious assaults on staff have fallen since 2022. Assaults on staff have fallen.');
direction(years, 'Complaints about food have increased since 2021, and complaints should increase.');
direction(councils, 'The rate of children in care per 10,000 is below that of similar councils.', ['below']);
direction(councils, 'Similar councils have higher rates of children in care than the council would like.');

const placed = (shares: string): string => {
  const [foster, home, kin] = shares.split(' ');
  return `| Placement | Children | Share |
| --- | --- | --- |
| Foster homes | 210 | ${foster} |
| Children’s homes | 45 | ${home} |
| Relatives | 45 | ${kin} |
| Total | 300 | 100% |`;
};
share(placed('70% 25% 15%'), 'Homes are near.', ['25%']);
share(placed('70% 15% 15%'), 'Homes are near.');
share(placed('60% 20% 33%'), 'Homes are near.');

const tests = `| Item | Date |
| --- | --- |
| Fire risk assessment | 4 March 2022 |`;
conflict(tests, 'The fire risk assessment was carried out on 4 May 2022.', ['4 May 2022']);
conflict(tests, 'The fire risk assessment was shared with staff on 4 May 2022. The gas check was done on 4 May 2022.');
conflict(
  '| Team | Average number of children |\n| --- | --- |\n| Locality teams | 18.1 |',
  'The average in the locality teams is 21.',
  ['21'],
);
conflict(
  '| Key stage 2, 2019 | School | National |\n| --- | --- | --- |\n| Expected standard in reading | 78% | 73% |',
  'In 2019, 87% of pupils reached the expected standard in reading. In 2018, 75% of pupils reached it.',
  ['87%'],
);
conflict(
  '| Key stage 2, 2019 | School | National |\n| --- | --- | --- |\n| Expected standard in reading | 78% | 73% |',
  'In 2019, 61% of disadvantaged pupils reached the expected standard in reading.',
);
conflict(
  '| Year | Budget (£m) |\n| --- | --- |\n| 2019–20 | 34.5 |',
  'The budget for 2019–20 was £35.4 million, and that for training £1.1 million.',
  ['35.4 million'],
);
conflict(
  '| Code | Subject | 2021–22 | 2022–23 |\n| --- | --- | --- | --- |\n| A | Applications about food | 21 | 34 |',
  'There were 43 applications about food in 2022–23.',
  ['43'],
);
conflict(
  '| Recommended complement of Board members | 16 |\n| --- | --- |\n| Total number of visits to the establishment | 388 |',
  'The recommended complement of Board members is 18. There were 12 visits to the establishment at night.',
  ['18'],
);
conflict(
  '| Waiting times | Weeks |\n| --- | --- |\n| Dentist | 11 |\n| Optician | 6 |',
  'Prisoners waited 16 weeks for the dentist.',
  ['16'],
);
conflict(
  '| Early help | Quarter 1 | Quarter 2 |\n| --- | --- | --- |\n| Assessments completed | 402 | 455 |',
  'In quarter 2, 545 early help assessments were completed.',
  ['545'],
);
