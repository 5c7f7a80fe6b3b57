import { Box, Button, FormHelperText, TextField } from '@mui/material';
import { useFieldArray, useFormState, type Control, type UseFormRegister } from 'react-hook-form';
import { blankObject, type DetectionForm, type FilledDetection } from './detection-form-fields.ts';
import { FileObjects } from './file-objects.tsx';
import { PasteObjects } from './paste-objects.tsx';

interface ObjectFieldsProps {
  readonly control: Control<DetectionForm, unknown, FilledDetection>;
  readonly register: UseFormRegister<DetectionForm>;
  /** The current form values of the objects. */
  readonly typed: () => DetectionForm['objects'];
}

const parts = [
  ['fileName', 'File name'],
  ['path', 'Path'],
  ['md5', 'MD5'],
] as const;

/** The detected objects, one row each: typed, pasted, or read from files. */
export function ObjectFields({ control, register, typed }: ObjectFieldsProps) {
  const objects = useFieldArray({ control, name: 'objects' });
  const { errors } = useFormState({ control, name: 'objects' });
  const several = objects.fields.length > 1;
  const ofAll = errors.objects?.root?.message ?? errors.objects?.message;
  const add = (more: readonly DetectionForm['objects'][number][]) => {
    const filled = typed().filter(({ fileName, path, md5 }) => [fileName, path ?? '', md5].join('') !== '');
    objects.replace([...filled, ...more]);
  };
  return (
    <>
      {objects.fields.map((field, i) => (
        <Box
          key={field.id}
          role="group"
          aria-label={`Object ${String(i + 1)}`}
          sx={{
            display: 'grid',
            gridTemplateColumns: { md: several ? '3fr 3fr 4fr 86px' : '3fr 3fr 4fr' },
            gap: 2,
            alignItems: 'start',
          }}
        >
          {parts.map(([part, label]) => (
            <TextField
              key={part}
              label={label}
              error={errors.objects?.[i]?.[part] !== undefined}
              helperText={errors.objects?.[i]?.[part]?.message}
              {...register(`objects.${i}.${part}`)}
            />
          ))}
          {several && (
            <Button
              aria-label={`Remove object ${String(i + 1)}`}
              onClick={() => {
                objects.remove(i);
              }}
            >
              Remove
            </Button>
          )}
        </Box>
      ))}
      {ofAll !== undefined && <FormHelperText error>{ofAll}</FormHelperText>}
      <Box>
        <Button
          onClick={() => {
            objects.append(blankObject);
          }}
        >
          Add object
        </Button>
      </Box>
      <FileObjects onObjects={add} />
      <PasteObjects onObjects={add} />
    </>
  );
}
