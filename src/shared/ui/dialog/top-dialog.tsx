import { Dialog, type DialogProps } from '@mui/material';
import { useLayoutEffect, useRef, useState } from 'react';
import { useTopmost } from './use-topmost.ts';

/**
 * A dialog that stays on top. A window that opens later (it was loading) would cover it and take the focus, so the dialog
 * then remounts: state that must survive belongs to its parent.
 */
export function TopDialog(props: Omit<DialogProps, 'open' | 'ref'>) {
  const ref = useRef<HTMLDivElement>(null);
  const [mounts, setMounts] = useState(0);
  const top = useTopmost(true);
  useLayoutEffect(() => {
    if (ref.current && top !== document.body && !ref.current.contains(top)) setMounts((last) => last + 1);
  }, [top]);
  return <Dialog key={mounts} ref={ref} open {...props} />;
}
