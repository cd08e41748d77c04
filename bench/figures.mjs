/** The middle of some values. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.length % 2 === 1
    ? sorted[(sorted.length - 1) / 2]
    : (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
}

/** How often each value holds the floor of its own round: the median of that. */
export function ratio(values, floors) {
  return median(values.map((value, i) => value / floors[i])).toFixed(2);
}

export function share(part, whole) {
  return `${((100 * part) / whole).toFixed(0)} %`;
}

export function ms(value) {
  return value >= 100 ? value.toFixed(0) : value.toFixed(2);
}

/** Prints rows under a head, the columns of figures to the right. */
export function table(head, rows) {
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map(row => String(row[i]).length)));
  for (const row of [head, ...rows])
    console.log(
      row.map((cell, i) => (i === 0 ? String(cell).padEnd(widths[i]) : String(cell).padStart(widths[i]))).join('   '),
    );
  console.log('');
}
