import { Button } from '@mui/material';
import { Suspense, useState } from 'react';
import type { MenuEntry } from './button-menu.tsx';
import { lazyComponent } from '#src/shared/ui/lazy-component.tsx';

const ButtonMenu = lazyComponent(() => import('./button-menu.tsx').then((m) => m.ButtonMenu));

interface MenuButtonProps {
  /** What the button says, and what the menu is called. */
  readonly label: string;
  /** True while what was chosen is being done. */
  readonly busy?: boolean;
  readonly entries: readonly MenuEntry[];
}

/** A button that opens a menu beneath it. */
export function MenuButton({ label, busy = false, entries }: MenuButtonProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <Button
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        disabled={busy}
        {...ButtonMenu.onIntent}
        onClick={(event) => {
          setAnchor(event.currentTarget);
        }}
      >
        {label}
      </Button>
      {anchor && (
        <Suspense fallback={null}>
          <ButtonMenu
            label={label}
            anchor={anchor}
            entries={entries}
            onClose={() => {
              setAnchor(null);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
