/** What YAML would take for a mark of its own, somewhere or at the start. */
const wantsQuotes = /[:#"'[\]{},\\]|^[-?&*!|>%@`\s]|\s$/;

/** A path as a link’s target has it: what would end the target or mean something else is written in percent. */
export function pathInLink(path: string): string {
  return path.replace(/[\s()<>\\%#?]/g, sign =>
    sign === '(' || sign === ')' ? `%${sign.charCodeAt(0).toString(16)}` : encodeURIComponent(sign),
  );
}

/** A path as the value of a report’s detail: in quotation marks where YAML would read something else. */
export function pathInDetails(path: string): string {
  return wantsQuotes.test(path) ? JSON.stringify(path) : path;
}
