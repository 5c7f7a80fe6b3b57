import { Divider, Menu } from '@mui/material';
import { AllowedMenuItem } from '#src/shared/rights/allowed-menu-item.tsx';

/** One thing that a menu offers. */
export interface MenuEntry {
  readonly label: string;
  /** Whether it is ticked, of what can be on or off. The menu then stays open, for others of its kind. */
  readonly checked?: boolean;
  /** A line stands over it. */
  readonly apart?: boolean;
  /** Why the person signed in may not choose it, as a sentence. */
  readonly disabledReason?: string | null;
  readonly onChoose: () => void;
}

interface ButtonMenuProps {
  readonly label: string;
  readonly anchor: HTMLElement;
  readonly entries: readonly MenuEntry[];
  readonly onClose: () => void;
}

/** The menu beneath a button. What is chosen is done once it is closed. */
export function ButtonMenu({ label, anchor, entries, onClose }: ButtonMenuProps) {
  const ticks = entries.some(({ checked }) => checked !== undefined);
  return (
    <Menu
      open
      anchorEl={anchor}
      onClose={onClose}
      slotProps={{ list: { 'aria-label': label, disabledItemsFocusable: true } }}
    >
      {entries.flatMap(({ label: words, checked, apart, disabledReason = null, onChoose }) => [
        ...(apart ? [<Divider key={`over ${words}`} />] : []),
        <AllowedMenuItem
          key={words}
          disabledReason={disabledReason}
          {...(checked === undefined ? {} : { role: 'menuitemcheckbox', 'aria-checked': checked })}
          onClick={() => {
            if (checked === undefined) onClose();
            onChoose();
          }}
        >
          {ticks && <Tick on={checked === true} />}
          {words}
        </AllowedMenuItem>,
      ])}
    </Menu>
  );
}

/** What the menu item says by `aria-checked`, for the eye only. */
const Tick = ({ on }: { on: boolean }) => (
  <span aria-hidden style={{ width: 20, display: 'inline-block' }}>
    {on ? '✓' : ''}
  </span>
);
