/** Where a ticket's number is drawn from, and what stands before the count: `E01-R26-00042`. */
interface NumberSeries {
  readonly series: string;
  readonly prefix: string;
}

/** The series of an estate's repairs in the year of a local day: `REPAIR-2026`, `E01-R26-`. */
export function repairSeries(estateCode: string, localDay: string): NumberSeries {
  const year = localDay.slice(0, 4);
  return { series: `REPAIR-${year}`, prefix: `${estateCode}-R${year.slice(2)}-` };
}
