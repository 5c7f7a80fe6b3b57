import { TextField, type TextFieldProps } from '@mui/material';

/** False where something else of what was opened comes first. */
type FirstFieldProps = TextFieldProps & { readonly first?: boolean };

/**
 * The field on which a dialog or a small form opens, so that who opened it can type at once. It is the one place of the
 * console that takes the focus as it appears: what it stands in was opened by the person, for this field.
 * Source: WAI-ARIA Authoring Practices, dialog pattern.
 */
export const FirstField = ({ first = true, ...field }: FirstFieldProps) => (
  // eslint-disable-next-line jsx-a11y/no-autofocus -- what it stands in was opened by the person, for this field
  <TextField autoFocus={first} {...field} />
);
