import { Button, type ButtonProps } from '@mui/material';
import { lazy, Suspense, useId, useState } from 'react';

// Loaded on demand: most users never see a disabled button.
const ReasonTooltip = lazy(() => import('./reason-tooltip.tsx').then((m) => ({ default: m.ReasonTooltip })));

interface AllowedButtonProps extends ButtonProps {
  /** Why the signed-in user may not use it, as a sentence; null if allowed. */
  readonly disabledReason: string | null;
}

/**
 * A button that needs a right. Without it, the button is disabled but focusable, and its tooltip and description give the
 * reason. Source: [WAI-ARIA practices, focusability of disabled controls](https://www.w3.org/WAI/ARIA/apg/practices/keyboard-interface/#focusabilityofdisabledcontrols).
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
