import { Button, Menu } from '@mui/material';
import { useState, type ReactNode } from 'react';

interface MenuButtonProps {
  /** What the button says, and what the menu is called. */
  readonly label: string;
  /** True while what was chosen is being done. */
  readonly busy?: boolean;
  /** The items of the menu, each with a key. @param closing does what was chosen once the menu is closed */
  readonly children: (closing: (act: () => void) => () => void) => readonly ReactNode[];
}

/** A button that opens a menu beneath it. */
export function MenuButton({ label, busy = false, children }: MenuButtonProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = () => {
    setAnchor(null);
  };
  return (
    <>
      <Button
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        disabled={busy}
        onClick={(event) => {
          setAnchor(event.currentTarget);
        }}
      >
        {label}
      </Button>
      <Menu
        open={anchor !== null}
        anchorEl={anchor}
        onClose={close}
        slotProps={{ list: { 'aria-label': label, disabledItemsFocusable: true } }}
      >
        {children((act) => () => {
          close();
          act();
        })}
      </Menu>
    </>
  );
}
