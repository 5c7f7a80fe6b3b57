import { ButtonBase, type ButtonBaseProps } from '@mui/material';

/** A name that opens something: looks like a link, is a button. */
export function TextButton(props: ButtonBaseProps) {
  return (
    <ButtonBase
      {...props}
      sx={{
        color: 'primary.main',
        font: 'inherit',
        fontWeight: 550,
        textAlign: 'left',
        // In a sentence it stands on the line of the words around it.
        verticalAlign: 'baseline',
        minHeight: 24,
        '&:hover': { textDecoration: 'underline' },
      }}
    />
  );
}
