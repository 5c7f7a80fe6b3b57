import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { useTopmost } from './use-topmost.ts';

interface OnTop {
  /** The dialog's key: with another one it is put on the page anew, above all others. */
  readonly key: number;
  readonly ref: RefObject<HTMLDivElement | null>;
}

/**
 * Keeps a dialog that keys open from everywhere on top. A window that was on its way when it was opened comes after it, and
 * would cover it and take what is typed.
 */
export function useStayOnTop(): OnTop {
  const ref = useRef<HTMLDivElement>(null);
  const [key, setKey] = useState(0);
  const top = useTopmost(true);
  useLayoutEffect(() => {
    if (ref.current && top !== document.body && !ref.current.contains(top)) setKey((last) => last + 1);
  }, [top]);
  return { key, ref };
}
