import { useQuery } from '@tanstack/react-query';
import type { GroupId } from '#domain/ids.ts';
import { deviceMoveBody } from '#contract/groups.ts';
import { queryOf } from '#src/shared/api/queries.ts';
import { formatCount, type Noun } from '#src/shared/ui/format-count.ts';
import { useChange } from '#src/shared/undo/use-change.ts';
import { MoveDialog } from './move-dialog.tsx';
import { devicesMovedInto, type MovingDevice } from './move-targets.ts';
import { forestOf } from './tree-rows.ts';

interface MoveDevicesProps {
  readonly devices: readonly MovingDevice[];
  /** The group they were dropped on; null to choose one. */
  readonly first: GroupId | null;
  /** Told once they are moved. */
  readonly onMoved?: () => void;
  readonly onClose: () => void;
}

const noun: Noun = ['device', 'devices'];

/** Asks which group devices move to. The button counts those that move: not those that are there already. */
export function MoveDevices({ devices, first, onMoved, onClose }: MoveDevicesProps) {
  const tree = useQuery(queryOf('groupTree'));
  const move = useChange('moveDevices', () => {
    onMoved?.();
    onClose();
  });
  if (!tree.data) return null;
  const bodyOf = (target: GroupId) =>
    deviceMoveBody.parse({ deviceIds: devicesMovedInto(devices, target).map(({ id }) => id), groupId: target });
  const countInto = (target: GroupId | null) =>
    target === null ? devices.length : devicesMovedInto(devices, target).length;
  return (
    <MoveDialog
      title={`Move ${formatCount(devices.length, noun)}`}
      needs={['manage-devices']}
      verb={(target) => `Move ${formatCount(countInto(target?.id ?? null), noun)}`}
      forest={forestOf(tree.data.groups)}
      first={first}
      whyNot={(id) =>
        countInto(id) > 0 ? null : devices.length === 1 ? 'It is here already.' : 'All are here already.'
      }
      trial={(target) => ({ operation: 'moveDevices', params: {}, query: {}, body: bodyOf(target) })}
      busy={move.isPending}
      error={move.error}
      onMove={(target) => {
        move.mutate({
          input: { body: bodyOf(target.id) },
          successMessage: ({ moved }) => `${formatCount(moved, noun)} moved to “${target.name}”.`,
        });
      }}
      onClose={onClose}
    />
  );
}
