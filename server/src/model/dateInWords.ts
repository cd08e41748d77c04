/** The months as a report writes them, in the order of the year. */
export const months = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** A date as a report writes it: `2018-01-29` is *29 January 2018*. What is no date stays as it is. */
export function dateInWords(date: string): string {
  const [year, month, day] = date.split('-');
  const name = months[Number(month) - 1];
  return name === undefined || day === undefined ? date : `${Number(day)} ${name} ${year}`;
}

/** Two days as a report writes them: *6 to 30 November 2017*; what both share stands once. */
export function daysInWords(from: string, to: string): string {
  if (from === to) return dateInWords(to);
  const shared = from.slice(0, 7) === to.slice(0, 7) ? 1 : from.slice(0, 4) === to.slice(0, 4) ? 2 : 3;
  return `${dateInWords(from).split(' ').slice(0, shared).join(' ')} to ${dateInWords(to)}`;
}
