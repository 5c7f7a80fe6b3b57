import { Button, Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';

interface CopyButtonProps {
  readonly label: string;
  /** Makes the text when the button is clicked. */
  readonly text: () => string;
}

/** Copies a text and reports success or failure. */
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
