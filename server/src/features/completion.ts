import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { shortened } from '../model/firstWords.ts';
import { begunPath } from '../model/offers/begunPath.ts';
import { type Offer, type OfferKind, type WritingPlace, writingPlace } from '../model/offers/offer.ts';
import { offeredBeginnings, offeredHeadings } from '../model/offers/offeredBeginnings.ts';
import { offeredDetails } from '../model/offers/offeredDetails.ts';
import { type OfferedRule, offeredDirectives } from '../model/offers/offeredDirectives.ts';
import { offeredEntries, offeredGrades } from '../model/offers/offeredJudgements.ts';
import { offeredElsewhere, offeredLinks } from '../model/offers/offeredLinks.ts';
import { offeredNotes } from '../model/offers/offeredNotes.ts';
import { offeredReferences, offeredTags } from '../model/offers/offeredNumbers.ts';
import type { Report } from '../model/report.ts';

/** What may be written besides what the report itself tells. */
export interface Offered {
  /** The ids of the frameworks that there are. */
  readonly frameworks: readonly string[];
  /** The rules that there are. */
  readonly rules?: readonly OfferedRule[];
  /** Where `begunPath` finds one: the paths of the files that may be meant, from this report’s folder, and a place’s report. */
  readonly paths?: readonly string[];
  readonly linked?: Report;
}

/**
 * What an author may be about to write at an offset, the likeliest first: details, grades, titles, tags, numbers, notes,
 * links, paths, directives; nothing within ordinary words.
 */
export function completion(
  report: Report,
  offset: number,
  { frameworks, rules = [], paths = [], linked }: Offered,
): CompletionItem[] {
  const place = writingPlace(report, offset);
  const block = report.document.blocks[place.block];
  const isInDetails = block?.kind === 'frontMatter' && offset <= block.end;
  const directives = isInDetails ? undefined : offeredDirectives(place, rules);
  if (block?.kind === 'comment' && directives === undefined) return [];
  const path = begunPath(place);
  const offers =
    path !== undefined
      ? offeredElsewhere(place, path, paths, linked)
      : isInDetails
        ? offeredDetails(place, frameworks)
        : (directives ??
          offeredGrades(place) ??
          (place.before === '' ? undefined : offeredEntries(place)) ??
          offeredHeadings(place) ??
          offeredReferences(place) ??
          offeredTags(place) ??
          offeredLinks(place) ??
          offeredNotes(place) ??
          offeredBeginnings(place));
  return offers.map((offer, i) => itemOf(place, offer, i));
}

const kinds: Readonly<Record<OfferKind, CompletionItemKind>> = {
  detail: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  keyword: CompletionItemKind.Keyword,
  entry: CompletionItemKind.Field,
  title: CompletionItemKind.Module,
  place: CompletionItemKind.Reference,
  number: CompletionItemKind.Value,
  file: CompletionItemKind.File,
};

function itemOf({ report, offset }: WritingPlace, offer: Offer, rank: number): CompletionItem {
  const { label, typed, text = label, rest = 0, kind, words } = offer;
  return {
    label,
    kind: kinds[kind],
    textEdit: { range: report.text.range({ from: offset - typed, to: offset + rest }), newText: text },
    filterText: filterTextOf(report.document.source.slice(offset - typed, offset), text),
    sortText: String(rank).padStart(4, '0'),
    ...(words !== undefined && { labelDetails: { description: shortened(words) }, documentation: words }),
  };
}

/** By what an editor finds it: *require improvement* also by the *are* in whose place it comes, any grade by *…*. */
function filterTextOf(typed: string, text: string): string {
  return /[ ….]$/.test(typed) && !text.startsWith(typed) ? typed + text : text;
}
