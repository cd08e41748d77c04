import type { Span } from '../../../text/text.ts';
import type { Finding } from '../../rule.ts';

/** What is meant as a tag and not read as one, why, and the tag as it should be. */
export function misreadTag({ from, to }: Span, fault: string, text: string, certain: boolean): Finding {
  return {
    from,
    to,
    message: `This is not read as a tag, for ${fault}. Write “${text}”.`,
    fixes: [{ title: `Change to “${text}”`, edits: [{ from, to, text }], certain }],
  };
}
