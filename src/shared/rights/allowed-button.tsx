import { Button, Tooltip, type ButtonProps } from '@mui/material';

interface AllowedButtonProps extends ButtonProps {
  /** Why it does nothing for this person, as a sentence; null when it does. */
  readonly whyNot: string | null;
}

/**
 * A button that not everybody may use. Whoever may not can still reach it by the keyboard, and hears why.
 * Source: WAI-ARIA Authoring Practices, focusability of disabled controls.
 */
export function AllowedButton({ whyNot, title, onClick, type, disabled, ...button }: AllowedButtonProps) {
  return (
    <Tooltip title={whyNot ?? ''} describeChild>
      <Button
        {...button}
        {...(whyNot === null
          ? { onClick, type, disabled, ...(title === undefined ? {} : { title }) }
          : { type: 'button', 'aria-disabled': true })}
      />
    </Tooltip>
  );
}
