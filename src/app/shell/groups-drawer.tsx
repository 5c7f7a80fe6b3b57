import { Drawer } from '@mui/material';
import type { ReactNode } from 'react';

interface GroupsDrawerProps {
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The group tree as a drawer, on narrow screens. */
export function GroupsDrawer({ onClose, children }: GroupsDrawerProps) {
  return (
    <Drawer
      open
      onClose={onClose}
      transitionDuration={0}
      slotProps={{ paper: { role: 'dialog', 'aria-label': 'Groups', sx: { width: 320, maxWidth: '88vw' } } }}
    >
      {children}
    </Drawer>
  );
}
