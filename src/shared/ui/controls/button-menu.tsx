import { Divider, Menu } from '@mui/material';
import { AllowedMenuItem } from '#src/shared/rights/allowed-menu-item.tsx';

export interface MenuEntry {
  readonly label: string;
  /** Makes it a checkbox item. The menu then stays open after a click. */
  readonly checked?: boolean;
  /** Draws a divider above it. */
  readonly apart?: boolean;
  /** Why the signed-in user may not choose it, as a sentence. */
  readonly disabledReason?: string | null;
  readonly onChoose: () => void;
}

interface ButtonMenuProps {
  readonly label: string;
  readonly anchor: HTMLElement;
  readonly entries: readonly MenuEntry[];
  readonly onClose: () => void;
}

/** The menu of a button. An action runs after the menu has closed. */
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

/** The visual counterpart of `aria-checked`. */
const Tick = ({ on }: { on: boolean }) => (
  <span aria-hidden style={{ width: 20, display: 'inline-block' }}>
    {on ? '✓' : ''}
  </span>
);
