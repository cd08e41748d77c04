import { rules as allRules } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import { didYouMean, nearest } from '../text/nearest.ts';
import { choice } from './arguments.ts';
import type { Command } from './command.ts';
import { rulePage } from './installed.ts';
import { type Paint, paintFor } from './paint.ts';
import { Refusal } from './refusal.ts';
import { wrapped } from './wrapped.ts';

/** `inspectmark rules [RULE]`: what is checked, and the page of one rule. */
export const rules: Command = {
  options: { format: { type: 'string' }, color: { type: 'boolean' }, 'no-color': { type: 'boolean' } },
  async run(args, io) {
    const format = choice(args.last('format'), '--format', ['pretty', 'json']);
    const [id, ...others] = args.positionals;
    if (others.length > 0) throw new Refusal('Only one rule can be shown at a time.');
    if (id === undefined) {
      if (format === 'json') io.stdout(`${JSON.stringify({ version: 1, rules: allRules.map(ruleJson) }, null, 2)}\n`);
      else io.stdout(listOfRules(allRules, paintFor(args, io), io.columns));
      return 0;
    }
    const ids = allRules.map(rule => rule.id);
    const rule = allRules.find(each => each.id === id);
    if (rule === undefined) {
      throw new Refusal(
        `There is no rule “${id}”.${didYouMean(nearest(id, ids)) || ' “inspectmark rules” lists those there are.'}`,
      );
    }
    const page = rulePage(id, io);
    if (format === 'json') {
      io.stdout(`${JSON.stringify({ version: 1, ...ruleJson(rule), page: page ?? null }, null, 2)}\n`);
    } else io.stdout(page ?? `# ${rule.summary}\n\n${rule.id}: ${rule.severity}${rule.fixable ? ', has a fix' : ''}\n`);
    return 0;
  },
};

function ruleJson({ id, group, kind, severity, fixable, summary, options = {} }: Rule) {
  return { id, group, kind, severity, fixable, summary, options };
}

/** The rules group by group, a line each; on a terminal too narrow for it the summary goes on under itself. */
function listOfRules(list: readonly Rule[], paint: Paint, columns = Infinity): string {
  const widest = Math.max(0, ...list.map(({ id }) => id.length));
  const groups = [...new Set(list.map(({ group }) => group))].map(group => {
    const lines = list
      .filter(rule => rule.group === group)
      .map(({ id, severity, fixable, summary }) => {
        const severityColumn = paint.severity(severity, severity.padEnd('information'.length));
        const before = `  ${id.padEnd(widest)}  ${''.padEnd('information'.length)}  fix  `.length;
        const [first = '', ...more] = wrapped(summary, Math.max(columns - before, 20), '');
        const rest = more.map(line => `${' '.repeat(before)}${line}\n`).join('');
        return `  ${id.padEnd(widest)}  ${severityColumn}  ${fixable ? 'fix' : '   '}  ${first}\n${rest}`;
      });
    return `${paint.strong(group)}\n${lines.join('')}`;
  });
  return `${groups.join('\n')}\n“inspectmark rules RULE” explains one. “fix” marks those that can offer a fix.\n`;
}
