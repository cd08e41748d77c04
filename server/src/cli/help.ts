/** The help of a command, or without one the whole command line's. No line is longer than 80 columns. */
export function help(command?: string): string {
  return texts[command ?? ''] ?? main;
}

const main = `Inspectmark checks inspection reports: grades, recommendations, numbers and
references.

Usage: inspectmark COMMAND …

Commands:
  check [PATH…]      check reports (the usual command)
  outline FILE       show what is read from a report: sections, grades,
                     recommendations and their support
  matrix [PATH…]     show which findings each recommendation rests on, and the
                     grades of their areas
  renumber FILE…     give all paragraphs their right numbers, and all that
                     refers to them
  format FILE…       give blanks and blank lines their usual form
  import FILE…       bring in published reports: PDF, Word or text
  rules [RULE]       list what is checked, or explain one rule
  frameworks [ID]    list the inspection frameworks, or show one
  config FILE        show how a report is checked, and which file says so
  init [FOLDER]      write the settings for a folder of reports
  lsp                start the language server, for an editor

  --help             this text; after a command, that command's
  --version          the version

Exit codes: 0 nothing found, 1 something found (see --fail-on), 2 wrong usage or
a file that cannot be used.
`;

const shared = `  --framework ID         read the reports by this framework, whatever they say
                         themselves
  --config FILE          use this settings file in place of inspectmark.json
  --stdin-path FILE      the path of what comes from standard input, for its
                         settings and links`;

const colours = `  --color, --no-color    colours, or none; else only on a terminal or if
                         FORCE_COLOR is set, and not if NO_COLOR is`;

const texts: Readonly<Record<string, string>> = {
  check: `Checks reports.

Usage: inspectmark check [OPTION…] [PATH…]

A PATH is a report, a folder (all *.inspection files in it and below, but not in
node_modules or in folders whose names begin with a dot), a pattern in quotation
marks ('reports/**/*.inspection'), or - for standard input. Without a PATH the
current folder is checked. After -- everything is a PATH.

  --format FORMAT        for people pretty (the default), summary (how much in
                         each report and of each rule), html (a page) or csv (a
                         table); for tools json, sarif, junit (cases that
                         failed), github (annotations) or gitlab (code quality)
  --format FORMAT=FILE   the same into a file, which is written whole or not at
                         all; may be given several times
  --fail-on SEVERITY     exit with 1 from this severity on: error (the default),
                         warning, information, hint, or never
  --max-warnings N       exit with 1 if there are more warnings in all
  --status STATUS        check as if all reports were draft, review or final:
                         what may stand in a draft may not be published
  --all-hints            list every hint; else they are counted, rule by rule
  --fix                  mend in the reports all that has only one right mend,
                         then check them
  --fix-dry-run          show what --fix would change, and change nothing
  --watch                check again whenever a report, or what governs one, has
                         been saved; Ctrl+C ends it
  --suppressions         list what comments in the reports accept, and why, in
                         place of a check
  --baseline FILE        what this file lists is known: it is shown as a hint,
                         and fails nothing
  --update-baseline      write all that is found into the file of --baseline,
                         and take out what has been mended
${shared}
${colours}
  --help                 this text

Exit codes: 0 nothing found from --fail-on on, 1 something found, 2 wrong usage
or a file that cannot be read.

Examples:
  inspectmark check
  inspectmark check report.inspection --fail-on warning --status final
  inspectmark check reports --format pretty --format json=findings.json
  inspectmark check - --stdin-path reports/draft.inspection < draft.txt
`,
  outline: `Shows what is read from a report: its sections with their grades and paragraph
numbers, its judgement entries, and its recommendations with the paragraphs that
support them (33) or may support them (10?).

Usage: inspectmark outline [OPTION…] FILE

FILE is a report, or - for standard input.

  --format FORMAT        tree (for people, the default) or json
${shared}
  --help                 this text

Example:
  inspectmark outline report.inspection --format json > outline.json
`,
  matrix: `Shows what each recommendation rests on: the findings tied to it by a tag, a
confirmed tag or a citation, and the areas in which they stand with their
grades. Then what is not tied: recommendations without a finding, and findings
whose tag names no recommendation, with what it may mean (5?).

Usage: inspectmark matrix [OPTION…] [PATH…]

PATHs are as for “inspectmark check”. Without one it is the current folder.

  --format FORMAT        pretty (for people, the default), csv (a table for
                         spreadsheets), html (a page) or json
  --format FORMAT=FILE   the same into a file, which is written whole or not at
                         all; may be given several times
${shared}
${colours}
  --help                 this text

Exit codes: 0 it is shown, 2 wrong usage or a file that cannot be read.

Examples:
  inspectmark matrix report.inspection
  inspectmark matrix reports --format csv=matrix.csv --format html=matrix.html
`,
  renumber: rewriting(
    'renumber',
    `Gives all numbered paragraphs and recommendations their right numbers, and
changes with them the tags and references that name them. It says which
paragraphs have no number that can be read, and which references stay since it
is not clear what they mean.`,
    { done: 'renumbered', inOrder: 'in order', changed: 'number' },
  ),
  format: rewriting(
    'format',
    `Gives reports their usual form: no blanks at line ends, one after a mark, one
blank line between blocks, bullets nested by four, one line end at the end. It
changes no word, number or mark, and no line is wrapped otherwise.`,
    { done: 'formatted', inOrder: 'in form', changed: 'report' },
  ),
  import: `Brings in published reports and writes them in the markup. Every word is kept,
and every line accounted for; what import was not sure of, it marks with a
comment, which “inspectmark check” lists.

Usage: inspectmark import [OPTION…] FILE…

A FILE is a PDF, a Word document (.docx) or a text as an extractor gives it, or
- for standard input. The markup goes into a file of the same name with the
ending .inspection beside it; that of standard input goes to standard output.

  -o, --output FILE      write the markup there; - is standard output
  --out-dir FOLDER       write the markup of all files into this folder
  --framework ID         read the reports by this framework; else it is found
                         from the text
  --ledger FILE          write what became of each line of the source: a table,
                         or JSON if FILE ends in .json
  --force                replace files that are there already
  --help                 this text

Exit codes: 0 all files are brought in, 2 wrong usage, or a file that cannot be
brought in; the others are all the same.

Examples:
  inspectmark import report.pdf
  inspectmark import 2017.pdf 2018.pdf --out-dir reports
  inspectmark import report.docx -o report.inspection --ledger ledger.tsv
`,
  rules: `Lists what is checked: each rule with its severity, whether it can offer a fix,
and what it finds. With a RULE, its page of documentation.

Usage: inspectmark rules [OPTION…] [RULE]

  --format FORMAT        pretty (for people, the default) or json
${colours}
  --help                 this text

Example:
  inspectmark rules judgement-mismatch
`,
  frameworks: `Lists the inspection frameworks that can be used in the current folder: the
built-in ones, and those in .inspectmark/frameworks here or in a folder above.
With an ID, what that framework says: its grades, areas, sections,
recommendations and limiting judgements.

Usage: inspectmark frameworks [OPTION…] [ID]

  --format FORMAT        pretty (for people, the default) or json
${colours}
  --help                 this text

Example:
  inspectmark frameworks ofsted-sif
`,
  config: `Shows how a report is checked: its framework, and how every rule is set, with
its options; and beside each value where it comes from.

Usage: inspectmark config [OPTION…] FILE

  --framework ID         read the report by this framework, whatever it says
  --config FILE          use this settings file in place of inspectmark.json
  --format FORMAT        pretty (for people, the default) or json
  --help                 this text

Example:
  inspectmark config report.inspection
`,
  init: `Writes inspectmark.json for a folder of reports: the framework that most of
them name, for those that name none, and what makes a check fail. There must be
none yet.

Usage: inspectmark init [OPTION…] [FOLDER]

Without a FOLDER it is the current one.

  --framework ID         the framework of reports that name none
  --baseline FILE        write into FILE what is found in them today: that is
                         known from then on, and fails nothing
  --help                 this text

Exit codes: 0 it is written, 2 wrong usage, or it is there already.

Examples:
  inspectmark init
  inspectmark init reports --baseline reports/known.inspectmark.json
`,
  lsp: `Starts the language server, which talks to an editor over standard input and
output.

Usage: inspectmark lsp --stdio

How to set up an editor: server/docs/editors.md
`,
};

/** The help of a command that writes reports anew. */
function rewriting(
  command: string,
  purpose: string,
  { done, inOrder, changed }: Readonly<Record<'done' | 'inOrder' | 'changed', string>>,
): string {
  return `${purpose}

Usage: inspectmark ${command} [OPTION…] FILE…

A FILE is a report, a folder or a pattern, as for “inspectmark check”. A report
is written whole or not at all; those that have changed are named. - is standard
input, which goes ${done} to standard output.

  --check                write nothing, name the reports that would change, and
                         exit with 1 if there are any
  --dry-run              write nothing, and show what would change
${shared}
  --help                 this text

Exit codes: 0 done or ${inOrder}, 1 with --check: a ${changed} would change, 2 wrong
usage, or a file that cannot be read or written; the others are done all the
same.

Examples:
  inspectmark ${command} report.inspection
  inspectmark ${command} --check reports
`;
}
