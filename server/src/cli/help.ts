/** The help of a command, or without one the whole command line's. */
export function help(command?: string): string {
  return texts[command ?? ''] ?? main;
}

const main = `Inspectmark checks inspection reports: grades, recommendations, numbers and references.

Usage: inspectmark COMMAND …

Commands:
  check [PATH…]      check reports (the usual command)
  outline FILE       show what is read from a report: sections, grades, recommendations and their support
  rules [RULE]       list what is checked, or explain one rule
  frameworks [ID]    list the inspection frameworks, or show one
  lsp                start the language server, for an editor

  --help             this text; after a command, that command's
  --version          the version

Exit codes: 0 nothing found, 1 something found (see --fail-on), 2 wrong usage or a file that cannot be used.
`;

const shared = `  --framework ID         read the reports by this framework, whatever they say themselves
  --config FILE          use this settings file in place of inspectmark.json
  --stdin-path FILE      the path of what comes from standard input, for its settings and links`;

const colours = `  --color, --no-color    colours, or none; else only on a terminal, and not if NO_COLOR is set`;

const texts: Readonly<Record<string, string>> = {
  check: `Checks reports.

Usage: inspectmark check [OPTION…] [PATH…]

A PATH is a report, a folder (all *.inspection files in it and below, but not in node_modules or in folders whose names
begin with a dot), a pattern in quotation marks ('reports/**/*.inspection'), or - for standard input. Without a PATH the
current folder is checked. After -- everything is a PATH.

  --format FORMAT        pretty (for people, the default) or json
  --format FORMAT=FILE   the same into a file, which is written whole or not at all; may be given several times
  --fail-on SEVERITY     exit with 1 from this severity on: error (the default), warning, information, hint, or never
  --all-hints            list every hint; else they are counted, rule by rule
${shared}
${colours}
  --help                 this text

Exit codes: 0 nothing found from --fail-on on, 1 something found, 2 wrong usage or a file that cannot be read.

Examples:
  inspectmark check
  inspectmark check report.inspection --fail-on warning
  inspectmark check reports --format pretty --format json=findings.json
  inspectmark check - --stdin-path reports/draft.inspection < draft.txt
`,
  outline: `Shows what is read from a report: its sections with their grades and paragraph numbers, its judgement entries, and its
recommendations with the paragraphs that support them (33) or may support them (10?).

Usage: inspectmark outline [OPTION…] FILE

FILE is a report, or - for standard input.

  --format FORMAT        tree (for people, the default) or json
${shared}
  --help                 this text

Example:
  inspectmark outline report.inspection --format json > outline.json
`,
  rules: `Lists what is checked: each rule with its severity, whether it can offer a fix, and what it finds. With a RULE, its page
of documentation.

Usage: inspectmark rules [OPTION…] [RULE]

  --format FORMAT        pretty (for people, the default) or json
${colours}
  --help                 this text

Example:
  inspectmark rules judgement-mismatch
`,
  frameworks: `Lists the inspection frameworks that can be used in the current folder: the built-in ones, and those in
.inspectmark/frameworks here or in a folder above. With an ID, what that framework says: its grades, areas, sections,
recommendations and limiting judgements.

Usage: inspectmark frameworks [OPTION…] [ID]

  --format FORMAT        pretty (for people, the default) or json
${colours}
  --help                 this text

Example:
  inspectmark frameworks ofsted-sif
`,
  lsp: `Starts the language server, which talks to an editor over standard input and output.

Usage: inspectmark lsp --stdio

How to set up an editor: server/docs/editors.md
`,
};
