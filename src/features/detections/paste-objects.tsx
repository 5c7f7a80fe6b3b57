import { Box, Button, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { readPastedObjects, type Pasted } from './pasted-objects.ts';

/** Reads many objects at once from lines. What could not be read stays in the box, with the reason for each line. */
export function PasteObjects({ onObjects }: { onObjects: (objects: Pasted['objects']) => void }) {
  const [text, setText] = useState('');
  const [errors, setErrors] = useState<readonly string[]>([]);
  const read = () => {
    const pasted = readPastedObjects(text);
    setErrors(pasted.errors);
    setText(pasted.left);
    if (pasted.objects.length > 0) onObjects(pasted.objects);
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
          setErrors([]);
        }}
        error={errors.length > 0}
        helperText={
          errors.length === 0 ? (
            'One object a line: an MD5 hash, or a file name and its MD5 hash.'
          ) : (
            <>
              Lines that were read stand above. These were not:
              {errors.map((error) => (
                <Typography key={error} component="span" variant="body2" sx={{ display: 'block' }}>
                  {error}
                </Typography>
              ))}
            </>
          )
        }
      />
      <Button disabled={text.trim() === ''} onClick={read}>
        Add these lines
      </Button>
    </Box>
  );
}
