import { Tooltip } from '@mui/material';

interface ReasonTooltipProps {
  readonly anchor: HTMLElement;
  readonly children: string;
}

/** The tooltip of a disabled control, while it is hovered or focused. */
export function ReasonTooltip({ anchor, children }: ReasonTooltipProps) {
  return (
    <Tooltip open title={children} slotProps={{ popper: { anchorEl: anchor } }}>
      <span hidden />
    </Tooltip>
  );
}
