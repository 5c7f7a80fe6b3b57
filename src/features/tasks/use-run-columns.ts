import type { RunView } from '#contract/tasks.ts';
import { closedWindowParams, useSetSearchParams } from '#src/shared/navigation/route-location.ts';
import { viewerZone } from '#src/shared/time/format.ts';
import { useDenialReason } from '#src/shared/rights/denial-reason.ts';
import {
  byHandColumn,
  decidedColumn,
  deviceStartColumn,
  scopeColumn,
  startedByColumn,
  stateColumn,
  viewerStartColumn,
  whyColumn,
  windowColumn,
  type RunColumn,
} from './run-columns.tsx';

/** Hidden by default, because the reason contains it too. */
export const hiddenRunColumns = startedByColumn.id;

/** The columns of a task's runs. */
export function useRunColumns(onStart: (run: RunView) => void): readonly RunColumn[] {
  const setPlace = useSetSearchParams();
  const denied = useDenialReason('start-scans');
  const nameOf = (run: RunView) => run.device.name;
  return [
    { id: 'device', title: 'Device', sort: 'device', cell: nameOf },
    stateColumn,
    byHandColumn(onStart, nameOf, denied),
    deviceStartColumn,
    windowColumn,
    viewerStartColumn(viewerZone()),
    scopeColumn,
    decidedColumn(
      (policy) => {
        setPlace({ ...closedWindowParams, policy, section: 'threat-response' });
      },
      (run) => {
        setPlace({ why: 'additional', whyDevice: run.device.id });
      },
    ),
    whyColumn((run) => {
      setPlace({ decisionsOf: run.id });
    }, nameOf),
    startedByColumn,
  ];
}
