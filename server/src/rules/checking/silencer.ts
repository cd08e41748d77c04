import type { Report } from '../../model/report.ts';
import { addToGroup } from '../../text/lists.ts';
import type { Span } from '../../text/text.ts';

/** What a report's directives silence (`markup.md` §7), and which of them silence nothing. */
export interface Silencer {
  /** Whether a finding of a rule at an offset is silenced; a directive that silences is used from then on. */
  silences(rule: string, at: number): boolean;
  /**
   * The places of rules named in directives that have silenced nothing, nor ended a silence, of those known and not
   * switched off.
   */
  unused(known: ReadonlySet<string>, off: ReadonlySet<string>): Span[];
}

interface Silence extends Span {
  readonly rule: string;
  readonly named: Span;
  used: boolean;
}

/** Reads the directives of a report. */
export function silencer(report: Report): Silencer {
  const { directives, document } = report;
  if (directives.length === 0) return { silences: () => false, unused: () => [] };
  const silences: Silence[] = [];
  const open = new Map<string, Silence & { to: number }>();
  for (const { directive, base, block } of directives) {
    for (const rule of directive.rules) {
      const named = { from: base + rule.from, to: base + rule.to };
      if (directive.name === 'disable-next') {
        const next = nextBlock(report, block);
        if (next !== undefined) silences.push({ rule: rule.id, named, from: next.from, to: next.to, used: false });
        else silences.push({ rule: rule.id, named, from: -1, to: -1, used: false });
      } else if (directive.name === 'disable' && !open.has(rule.id)) {
        const silence = { rule: rule.id, named, from: base, to: document.source.length + 1, used: false };
        open.set(rule.id, silence);
        silences.push(silence);
      } else if (directive.name === 'enable') {
        const silence = open.get(rule.id);
        if (silence === undefined) silences.push({ rule: rule.id, named, from: -1, to: -1, used: false });
        else silence.to = base;
        open.delete(rule.id);
      }
    }
  }
  const ofRule = new Map<string, Silence[]>();
  for (const silence of silences) addToGroup(ofRule, silence.rule, silence);
  return {
    silences(rule, at) {
      let silenced = false;
      for (const silence of ofRule.get(rule) ?? []) {
        if (at < silence.from || at >= silence.to) continue;
        silence.used = true;
        silenced = true;
      }
      return silenced;
    },
    unused(known, off) {
      return silences.filter(({ rule, used }) => !used && known.has(rule) && !off.has(rule)).map(({ named }) => named);
    },
  };
}

/** The next block that is not a comment, with its blank lines. */
function nextBlock({ document: { blocks, starts } }: Report, block: number): Span | undefined {
  for (let i = block + 1; i < blocks.length; i++) {
    const next = blocks[i];
    if (next === undefined || next.kind === 'comment') continue;
    const from = starts[i] ?? 0;
    return { from, to: from + next.length };
  }
  return undefined;
}
