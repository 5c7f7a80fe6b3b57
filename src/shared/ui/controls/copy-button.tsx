import { Button, Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';

interface CopyButtonProps {
  /** What the button says. */
  readonly label: string;
  /** What is copied, made when it is asked for. */
  readonly text: () => string;
}

/** Copies a text, and says whether it did. */
export function CopyButton({ label, text }: CopyButtonProps) {
  const copy = useMutation({ mutationFn: () => navigator.clipboard.writeText(text()) });
  return (
    <>
      <Typography role="status" color="textSecondary">
        {copy.isSuccess && 'Copied'}
        {copy.isError && 'The browser refused to copy: select the text instead'}
      </Typography>
      <Button
        onClick={() => {
          copy.mutate();
        }}
      >
        {label}
      </Button>
    </>
  );
}
