import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { GroupNode, GroupView } from '#contract/groups.ts';
import type { GroupId } from '#domain/ids.ts';
import { HistoryDialog } from '#src/features/history/history-dialog.tsx';
import { queryOf, storeAnswer } from '#src/shared/api/queries.ts';
import { useRefetchedOnMount } from '#src/shared/api/use-refetched-on-mount.ts';
import { MissingWindow } from '#src/shared/ui/dialog/missing-window.tsx';
import { useChange } from '#src/shared/undo/use-change.ts';
import { DeleteGroup } from './delete-group.tsx';
import { MoveDevices } from './move-devices.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { depthFirst, moveRefusal, type GroupAction, type MovingDevice } from './move-targets.ts';
import { NameDialog } from './name-dialog.tsx';
import type { GroupForest } from './tree-rows.ts';

/** What was asked for in the tree: an action on a group, or devices that were dropped on one. */
export type OpenDialog =
  | { readonly kind: 'action'; readonly action: GroupAction; readonly id: GroupId; readonly into: GroupId | null }
  | { readonly kind: 'devices'; readonly devices: readonly MovingDevice[]; readonly into: GroupId };

interface GroupDialogsProps {
  readonly dialog: OpenDialog;
  readonly forest: GroupForest;
  readonly onCreated: (id: GroupId) => unknown;
  readonly onDeleted: (group: GroupNode) => unknown;
  readonly onClose: () => void;
}

/** The dialog that was asked for in the tree. */
export function GroupDialogs({ dialog, forest, onCreated, onDeleted, onClose }: GroupDialogsProps) {
  if (dialog.kind === 'devices') return <MoveDevices devices={dialog.devices} first={dialog.into} onClose={onClose} />;
  const node = forest.byId.get(dialog.id);
  if (!node) return null;
  switch (dialog.action) {
    case 'create':
      return <CreateGroup parent={node} onCreated={onCreated} onClose={onClose} />;
    case 'history':
      return <HistoryDialog object={{ kind: 'group', objectId: node.id }} name={node.name} onClose={onClose} />;
    case 'rename':
    case 'move':
    case 'delete':
      return (
        <WithRevision
          action={dialog.action}
          node={node}
          into={dialog.into}
          forest={forest}
          onDeleted={onDeleted}
          onClose={onClose}
        />
      );
    default:
      return dialog.action satisfies never;
  }
}

interface WithRevisionProps extends Pick<GroupDialogsProps, 'forest' | 'onDeleted' | 'onClose'> {
  readonly action: 'rename' | 'move' | 'delete';
  readonly node: GroupNode;
  readonly into: GroupId | null;
}

/** The dialogs whose write names the revision it is based on. */
function WithRevision({ action, node, into, forest, onDeleted, onClose }: WithRevisionProps) {
  const group = useRefetchedOnMount(queryOf('group', { params: { groupId: node.id } }));
  if (group.isPending) return null;
  if (!group.data) return <MissingWindow what="group" error={group.error} onRetry={group.retry} onClose={onClose} />;
  if (action === 'rename') return <RenameGroup group={group.data} onClose={onClose} />;
  if (action === 'move') return <MoveGroup group={group.data} into={into} forest={forest} onClose={onClose} />;
  return (
    <DeleteGroup
      node={node}
      group={group.data}
      subgroups={depthFirst({ ...forest, roots: [node] })
        .slice(1)
        .map(({ id }) => id)}
      onDeleted={async () => {
        await onDeleted(node);
        onClose();
      }}
      onClose={onClose}
    />
  );
}

interface CreateGroupProps {
  readonly parent: GroupNode;
  readonly onCreated: (id: GroupId) => unknown;
  readonly onClose: () => void;
}

function CreateGroup({ parent, onCreated, onClose }: CreateGroupProps) {
  const queries = useQueryClient();
  const create = useChange('createGroup', async (created, version) => {
    storeGroup(queries, created, version);
    await onCreated(created.id);
    onClose();
  });
  return (
    <NameDialog
      title={`New subgroup of “${parent.name}”`}
      verb="Create group"
      initialName=""
      busy={create.isPending}
      error={create.error}
      onName={(name) => {
        create.mutate({
          input: { params: { groupId: parent.id }, body: { name } },
          successMessage: `Group “${name}” created.`,
        });
      }}
      onEdit={create.reset}
      onClose={onClose}
    />
  );
}

function storeGroup(queries: QueryClient, group: GroupView, version: string): void {
  storeAnswer(queries, queryOf('group', { params: { groupId: group.id } }).queryKey, group, version);
}

function RenameGroup({ group, onClose }: { group: GroupView; onClose: () => void }) {
  const queries = useQueryClient();
  const rename = useChange('updateGroup', (renamed, version) => {
    storeGroup(queries, renamed, version);
    onClose();
  });
  return (
    <NameDialog
      title={`Rename group “${group.name}”`}
      verb="Rename"
      initialName={group.name}
      busy={rename.isPending}
      error={rename.error}
      onName={(name) => {
        rename.mutate({
          input: { params: { groupId: group.id }, body: { name } },
          revision: group.revision,
          successMessage: `Group “${group.name}” renamed to “${name}”.`,
        });
      }}
      onEdit={rename.reset}
      onClose={onClose}
    />
  );
}

interface MoveGroupProps extends Pick<GroupDialogsProps, 'forest' | 'onClose'> {
  readonly group: GroupView;
  readonly into: GroupId | null;
}

function MoveGroup({ group, into, forest, onClose }: MoveGroupProps) {
  const params = { groupId: group.id };
  const queries = useQueryClient();
  const move = useChange('moveGroup', (moved, version) => {
    storeGroup(queries, moved, version);
    onClose();
  });
  return (
    <MoveDialog
      title={`Move group “${group.name}”`}
      needs={['manage-groups']}
      verb={() => 'Move group'}
      forest={forest}
      first={into}
      whyNot={(id) => moveRefusal(forest, group.id, id)}
      trial={(parentId) => ({ operation: 'moveGroup', params, query: {}, body: { parentId } })}
      busy={move.isPending}
      error={move.error}
      onMove={(target) => {
        move.mutate({
          input: { params, body: { parentId: target.id } },
          revision: group.revision,
          successMessage: ({ name }) =>
            `Group “${group.name}” moved to “${target.name}”${name === group.name ? '' : ` as “${name}”`}.`,
        });
      }}
      onClose={onClose}
    />
  );
}
