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
        minHeight: 24,
        '&:hover': { textDecoration: 'underline' },
      }}
    />
  );
}
