import { Box, Typography } from '@mui/material';
import { useState } from 'react';
import type { DetectionView } from '#contract/tasks.ts';
import { TextButton } from '#src/shared/ui/controls/text-button.tsx';

/** The objects of a detection: file name, path and MD5 with *Copy*. */
export function DetectedObjects({ objects }: Pick<DetectionView, 'objects'>) {
  const [copyResult, setCopyResult] = useState('');
  const copy = (md5: string) => {
    navigator.clipboard.writeText(md5).then(
      () => {
        setCopyResult(`MD5 ${md5} copied.`);
      },
      () => {
        setCopyResult('The browser refused to copy: select the text instead.');
      },
    );
  };
  return (
    <Box>
      {objects.map(({ fileName, path, md5 }, i) => (
        <Typography key={i} color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
          {fileName} {path && `in ${path} `}· MD5 {md5}{' '}
          <TextButton
            aria-label={`Copy MD5 of ${fileName}`}
            onClick={() => {
              copy(md5);
            }}
          >
            Copy
          </TextButton>
        </Typography>
      ))}
      <Typography role="status" variant="body2" color="textSecondary">
        {copyResult}
      </Typography>
    </Box>
  );
}
