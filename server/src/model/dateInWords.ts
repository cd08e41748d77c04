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
