import { createContext, useContext } from 'react';

/** Opens the question that comes before a report: from its button, or by its key. */
export interface Reporting {
  open(itemId: string): void;
}

export const ReportingContext = createContext<Reporting>({ open: () => {} });

export function useReporting(): Reporting {
  return useContext(ReportingContext);
}
