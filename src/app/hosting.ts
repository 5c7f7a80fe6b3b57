import { createContext, useContext } from 'react';

/** Where the backend of this tab runs; `alone` if it cannot be shared and another tab runs one too. */
export type Hosting = 'shared' | 'own' | 'alone';

export const HostingContext = createContext<Hosting>('shared');
export const useHosting = (): Hosting => useContext(HostingContext);
