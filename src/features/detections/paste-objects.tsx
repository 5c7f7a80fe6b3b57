import { Alert, Box, Button, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { readPastedObjects, type Pasted } from './parse-pasted-objects.ts';
import { addedWords } from './pasted-words.ts';

/**
 * Parses objects from pasted output of hash tools and reports. Lines with errors stay in the field with their reasons; lines
 * without a hash are counted.
 */
export function PasteObjects({ onObjects }: { onObjects: (objects: Pasted['objects']) => void }) {
  const [text, setText] = useState('');
  const [pasted, setPasted] = useState<Pasted | null>(null);
  const errors = pasted?.errors ?? [];
  const read = () => {
    const result = readPastedObjects(text);
    setPasted(result);
    setText(result.left);
    if (result.objects.length > 0) onObjects(result.objects);
  };
  return (
    <Box sx={{ display: 'grid', gap: 2, justifyItems: 'start' }}>
      <TextField
        label="Paste objects"
        fullWidth
        multiline
        minRows={2}
        maxRows={8}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setPasted(null);
        }}
        error={errors.length > 0}
        helperText={
          errors.length === 0
            ? 'MD5 hashes with or without file names, as hash tools and reports print them.'
            : errors.map((error) => (
                <Typography key={error} component="span" variant="body2" sx={{ display: 'block' }}>
                  {error}
                </Typography>
              ))
        }
      />
      <Button disabled={text.trim() === ''} onClick={read}>
        Add these lines
      </Button>
      <Box role="status">
        {pasted !== null && pasted.objects.length > 0 && (
          <Alert severity={errors.length > 0 ? 'warning' : 'success'}>{addedWords(pasted)}</Alert>
        )}
      </Box>
    </Box>
  );
}
