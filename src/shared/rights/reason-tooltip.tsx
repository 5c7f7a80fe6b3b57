import { Tooltip } from '@mui/material';

interface ReasonTooltipProps {
  /** What it stands at. */
  readonly anchor: HTMLElement;
  readonly children: string;
}

/** Why a control does nothing, beside it, while it is pointed at or has the focus. */
export function ReasonTooltip({ anchor, children }: ReasonTooltipProps) {
  return (
    <Tooltip open title={children} slotProps={{ popper: { anchorEl: anchor } }}>
      <span hidden />
    </Tooltip>
  );
}
