import { at } from './testClient.ts';

/** The URIs of two reports. */
export const a = at('a.inspection');
export const b = at('b.inspection');

/** Has one finding: a link that leads nowhere. */
export const wrong = 'See [it](#anex).\n\n## Annex {#annex}\n\nText.\n';
export const right = wrong.replace('anex', 'annex');
/** Right where `b.inspection` has a heading of this name. */
export const linking = 'See [it](b.inspection#annex).\n';
export const linked = '## Annex {#annex}\n\nText.\n';
