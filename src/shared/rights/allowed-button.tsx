import { Button, type ButtonProps } from '@mui/material';
import { lazy, Suspense, useId, useState } from 'react';

// Loaded when somebody first meets a refusal: most people never do.
const ReasonTooltip = lazy(() => import('./reason-tooltip.tsx').then((m) => ({ default: m.ReasonTooltip })));

interface AllowedButtonProps extends ButtonProps {
  /** Why it does nothing for this person, as a sentence; null when it does. */
  readonly disabledReason: string | null;
}

/**
 * A button that not everybody may use. Whoever may not can still reach it by the keyboard, and hears and sees why.
 * Source: WAI-ARIA Authoring Practices, focusability of disabled controls.
 */
export function AllowedButton({ disabledReason, title, onClick, type, disabled, ...button }: AllowedButtonProps) {
  const id = useId();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const hide = () => {
    setAnchor(null);
  };
  const show = ({ currentTarget }: { currentTarget: HTMLElement }) => {
    setAnchor(currentTarget);
  };
  return (
    <>
      <Button
        {...button}
        {...(disabledReason === null
          ? { onClick, type, disabled, ...(title === undefined ? {} : { title }) }
          : {
              type: 'button',
              'aria-disabled': true,
              'aria-describedby': id,
              onMouseEnter: show,
              onMouseLeave: hide,
              onFocus: show,
              onBlur: hide,
            })}
      />
      {disabledReason !== null && (
        <span id={id} hidden>
          {disabledReason}
        </span>
      )}
      {disabledReason !== null && anchor && (
        <Suspense fallback={null}>
          <ReasonTooltip anchor={anchor}>{disabledReason}</ReasonTooltip>
        </Suspense>
      )}
    </>
  );
}
