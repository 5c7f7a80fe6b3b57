import { Box, Button, Stack, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { TaskId } from '#domain/ids.ts';
import { CopyButton } from '#src/shared/ui/controls/copy-button.tsx';
import { FailedState, LoadingRows } from '#src/shared/ui/feedback/page-states.tsx';
import { iocFileQuery } from './queries.ts';

/** The IOC file of a task with *Copy* and *Export*. */
export function IocFile({ taskId }: { taskId: TaskId }) {
  const file = useQuery(iocFileQuery(taskId));
  if (file.isPending) return <LoadingRows label="Loading the IOC file" rows={4} />;
  if (file.isError) return <FailedState what="The IOC file" error={file.error} onRetry={() => void file.refetch()} />;
  const { fileName, content } = file.data;
  return (
    <Box>
      <Stack direction="row" spacing={2} sx={{ alignItems: 'center', mb: 2 }}>
        <Typography sx={{ flex: 1 }}>{fileName}, OpenIOC 1.1</Typography>
        <CopyButton label="Copy" text={() => content} />
        <Button
          component="a"
          download={fileName}
          href={`data:application/xml;charset=utf-8,${encodeURIComponent(content)}`}
        >
          Export
        </Button>
      </Stack>
      <Box
        component="pre"
        tabIndex={0}
        aria-label="IOC file"
        sx={{
          m: 0,
          p: 3,
          maxHeight: 260,
          overflow: 'auto',
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
          fontSize: '0.75rem',
          bgcolor: 'background.default',
        }}
      >
        {content}
      </Box>
    </Box>
  );
}
