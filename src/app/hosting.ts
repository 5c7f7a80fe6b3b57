import { createContext, useContext } from 'react';

/** Where the backend of this tab runs; `alone` when another tab has a backend of its own. */
export type Hosting = 'shared' | 'own' | 'alone';

export const HostingContext = createContext<Hosting>('shared');
export const useHosting = (): Hosting => useContext(HostingContext);
