import { Button } from '@mui/material';
import { Suspense, useState } from 'react';
import type { MenuEntry } from './button-menu.tsx';
import { lazyComponent } from '#src/shared/ui/lazy-component.tsx';

const ButtonMenu = lazyComponent(() => import('./button-menu.tsx').then((m) => m.ButtonMenu));

interface MenuButtonProps {
  /** The text of the button and the accessible name of the menu. */
  readonly label: string;
  /** True while the chosen action runs. */
  readonly busy?: boolean;
  readonly entries: readonly MenuEntry[];
}

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
