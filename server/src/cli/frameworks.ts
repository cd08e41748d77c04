import { join, relative } from 'node:path';
import { allFrameworks } from '../framework/builtIn.ts';
import type { Area, Framework, Grade, Limit, SectionKind } from '../model/framework.ts';
import { listInWords } from '../text/phrases.ts';
import { choice } from './arguments.ts';
import { columnsFor } from './columns.ts';
import type { Command } from './command.ts';
import { Governances } from './governance.ts';
import { type Paint, paintFor } from './paint.ts';
import { Refusal } from './refusal.ts';
import { shown } from './reportPaths.ts';
import { unknownFramework } from './reports.ts';
import { wrapped } from './wrapped.ts';

/** `inspectmark frameworks [ID]`: the frameworks that can be used in the current folder, and what one of them says. */
export const frameworks: Command = {
  options: { format: { type: 'string' }, color: { type: 'boolean' }, 'no-color': { type: 'boolean' } },
  async run(args, io) {
    const json = choice(args.last('format'), '--format', ['pretty', 'json']) === 'json';
    const [id, ...others] = args.positionals;
    if (others.length > 0) throw new Refusal('Only one framework can be shown at a time.');
    const governances = new Governances(io, undefined);
    const governance = await governances.of(join(io.cwd, 'x'));
    const place = (file: string): string => shown(relative(io.cwd, file));
    for (const { file, rule } of governances.takeBroken()) {
      if (rule !== 'framework-file') continue;
      io.stderr(`inspectmark: ${place(file)} has mistakes in it; “inspectmark check” shows them.\n`);
    }
    const origin = (each: string): string | undefined => {
      const file = governance.frameworkFile(each);
      return file === undefined ? undefined : place(file);
    };
    if (id === undefined) {
      const list = allFrameworks(governance.frameworks);
      if (json) {
        const all = list.map(({ id, title }) => ({ id, title, file: origin(id) ?? null }));
        io.stdout(`${JSON.stringify({ version: 1, frameworks: all }, null, 2)}\n`);
      } else io.stdout(listText(list, origin, paintFor(args, io), io.columns));
      return 0;
    }
    const framework = governance.frameworks.get(id);
    if (framework === undefined) throw new Refusal(unknownFramework(id, governance.frameworks.ids));
    if (json) {
      io.stdout(`${JSON.stringify({ version: 1, ...frameworkJson(framework, origin(id)) }, null, 2)}\n`);
    } else io.stdout(frameworkText(framework, paintFor(args, io), columnsFor(io)));
    return 0;
  },
};

function listText(
  list: readonly Framework[],
  origin: (id: string) => string | undefined,
  paint: Paint,
  columns = Infinity,
): string {
  const widest = Math.max(0, ...list.map(({ id }) => id.length));
  const lines = list.map(({ id, title }) => {
    const file = origin(id);
    const words = `${title}${file === undefined ? '' : ` (${file})`}`;
    const [first = '', ...more] = wrapped(words, Math.max(columns - widest - 2, 20), '');
    const rest = more.map(line => `${' '.repeat(widest + 2)}${line}\n`).join('');
    return `${paint.strong(id.padEnd(widest))}  ${first}\n${rest}`;
  });
  return `${lines.join('')}\n“inspectmark frameworks ID” shows one.\n`;
}

function frameworkJson(framework: Framework, file: string | undefined) {
  const { id, title, valid, scale, areas, openAreas, sections, recommendations, limits, requiredMetadata } = framework;
  return {
    id,
    title,
    file: file ?? null,
    valid: { from: valid.from ?? null, to: valid.to ?? null },
    scale: scale.map(({ id, label, names }) => ({ id, label, names })),
    openAreas,
    areas: areas.map(area => ({
      id: area.id,
      number: area.number ?? null,
      title: area.title,
      parent: area.parent ?? null,
      required: area.required,
      graded: area.graded,
      values: area.values.map(({ id, label, names }) => ({ id, label, names })),
    })),
    sections: sections.map(section => ({
      role: section.role,
      titles: section.titles,
      area: section.area ?? null,
      within: section.within,
      required: section.required,
      repeats: section.repeats,
      paragraphs: section.paragraphs,
    })),
    recommendations: {
      form: recommendations.form,
      link: recommendations.link,
      linkRequired: recommendations.linkRequired,
      tagWords: recommendations.tagWords,
      fewest: recommendations.fewest ?? null,
      most: recommendations.most ?? null,
    },
    limits,
    requiredMetadata,
  };
}

function frameworkText(framework: Framework, paint: Paint, width: number): string {
  const { id, title, valid, scale, areas, openAreas, sections, limits, requiredMetadata } = framework;
  const dates = [valid.from && `from ${valid.from}`, valid.to && `until ${valid.to}`].filter(Boolean).join(' ');
  const parts: [string, string[]][] = [
    ['Inspections', [dates === '' ? 'of any date' : dates]],
    ['Grades, from worst to best', [scale.map(gradeText).join(' · ')]],
    ['Areas', [...areas.map(area => areaText(area, areas)), ...(openAreas ? ['Whatever else a report grades'] : [])]],
    ['Sections, in order', sections.map(section => sectionText(section, areas))],
    ['Recommendations', recommendationsText(framework)],
    ['Limiting judgements', limits.map(limit => limitText(limit, framework))],
    ['Details the front matter must give', requiredMetadata.length === 0 ? [] : [requiredMetadata.join(', ')]],
  ];
  const body = parts.map(([heading, lines]) => {
    const shownLines = (lines.length === 0 ? ['none'] : lines).flatMap(line => wrapped(line, width - 2, '  '));
    return `\n${paint.strong(heading)}\n${shownLines.map(line => `  ${line}\n`).join('')}`;
  });
  return `${paint.strong(id)}  ${title}\n${body.join('')}`;
}

function gradeText({ label, names }: Grade): string {
  const others = names.filter(name => name.toLowerCase() !== label.toLowerCase());
  return others.length === 0 ? label : `${label} (also ${listInWords(others, 'or')})`;
}

function areaText({ number, title, parent, required, graded, values }: Area, areas: readonly Area[]): string {
  const notes = [
    parent === undefined ? '' : `part of ${areas.find(({ id }) => id === parent)?.number ?? parent}`,
    required ? '' : 'not in every report',
    graded ? '' : values.length === 0 ? 'not graded' : values.map(({ label }) => label).join(' or '),
  ].filter(note => note !== '');
  return `${(number ?? '').padEnd(4)}${title}${notes.length === 0 ? '' : ` (${notes.join('; ')})`}`;
}

function sectionText(
  { titles, role, area, within, required, repeats, paragraphs }: SectionKind,
  areas: readonly Area[],
): string {
  const graded = areas.find(({ id }) => id === area);
  const notes = [
    required ? 'required' : '',
    repeats ? 'may stand more than once' : '',
    paragraphs === 'numbered' ? 'paragraphs numbered' : '',
    graded === undefined ? '' : `area ${graded.number ?? graded.title}`,
  ].filter(note => note !== '');
  const indent = within.length === 0 ? '' : '  ';
  return `${indent}${titles[0] ?? `(${role})`}${notes.length === 0 ? '' : ` (${notes.join('; ')})`}`;
}

const formWords = {
  numbered: 'Numbered paragraphs',
  bullet: 'Bullets',
  row: 'Rows of a table',
  paragraph: 'Plain paragraphs',
} as const;

function recommendationsText({ recommendations }: Framework): string[] {
  const { form, link, linkRequired, tagWords, fewest, most } = recommendations;
  const tags = tagWords.map(word => `(${word})`);
  const links = {
    tag: `Findings carry tags${tags.length === 0 ? '' : ` such as ${listInWords(tags, 'or')}`}`,
    citation: 'Recommendations cite the findings they rest on, as in (paragraphs 11–14)',
    none: 'Nothing ties them to findings',
  } as const;
  const bounds = [fewest === undefined ? '' : `at least ${fewest}`, most === undefined ? '' : `at most ${most}`].filter(
    bound => bound !== '',
  );
  return [
    `${formWords[form]}${bounds.length === 0 ? '' : `, ${bounds.join(' and ')}`}`,
    `${links[link]}${link !== 'none' && linkRequired ? '; each recommendation needs one' : ''}`,
  ];
}

/** *If one or more of the areas 1, 2 and 3 is Inadequate, Overall effectiveness must be Inadequate.* */
function limitText({ areas, at, count, area, most, strength, clause }: Limit, framework: Framework): string {
  const found = (id: string): Area | undefined => framework.areas.find(each => each.id === id);
  const grade = (id: string): Grade | undefined => framework.scale.find(each => each.id === id);
  const names = areas.map(id => found(id)?.number ?? found(id)?.title ?? id);
  const some = names.length === 1 ? `area ${names[0]}` : `${count} or more of the areas ${listInWords(names)}`;
  const worst = grade(at)?.rank === 0;
  const condition = `If ${some} ${count === 1 ? 'is' : 'are'} ${grade(at)?.label ?? at}${worst ? '' : ' or worse'}`;
  const verb = strength === 'must' ? 'must be' : 'is expected to be';
  const bound = `${grade(most)?.rank === 0 ? '' : 'at most '}${grade(most)?.label ?? most}`;
  return `${condition}, ${found(area)?.title ?? area} ${verb} ${bound}.${clause === '' ? '' : ` ${clause}`}`;
}
