import { Dialog, type DialogProps } from '@mui/material';
import { useLayoutEffect, useRef, useState } from 'react';
import { useTopmost } from './use-topmost.ts';

/**
 * A dialog that keys open from everywhere, and that stays on top. A window that was on its way when it was opened comes after it,
 * and would cover it and take what is typed: the dialog is then put on the page anew, so what is to be kept of it lives outside.
 */
export function TopDialog(props: Omit<DialogProps, 'open' | 'ref'>) {
  const ref = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState(0);
  const top = useTopmost(true);
  useLayoutEffect(() => {
    if (ref.current && top !== document.body && !ref.current.contains(top)) setPlace((last) => last + 1);
  }, [top]);
  return <Dialog key={place} ref={ref} open {...props} />;
}
