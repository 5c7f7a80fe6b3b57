import { useEffect, useState } from 'react';

/** How long a person waits without wondering, in milliseconds: what is done sooner needs no words, which would flash. */
export const patienceMs = 200;

/** True once a part of the page has been there for longer than that. @param of what it waits for: another one begins anew */
export function useLate(of?: string): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setLate(true);
    }, patienceMs);
    return () => {
      clearTimeout(timer);
    };
  }, [of]);
  return late;
}
