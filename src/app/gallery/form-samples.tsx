import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { RadioChoice } from '#src/shared/form/radio-choice.tsx';
import { TimeField } from '#src/shared/form/time-field.tsx';
import { ReadOnlyArea } from '#src/shared/rights/read-only-area.tsx';
import { Sample, SampleSection } from './sample.tsx';

const modes = { manual: 'Manually', immediate: 'Immediately' } as const;
const hints = { manual: 'Somebody starts each scan.', immediate: 'The scan starts with its task.' } as const;

interface SampleForm {
  start: string;
  invalid: string;
  mode: keyof typeof modes;
}

function Fields() {
  const { control, setError } = useForm<SampleForm>({
    defaultValues: { start: '20:00', invalid: '25:00', mode: 'manual' },
  });
  useEffect(() => {
    setError('invalid', { message: 'Enter a time from 00:00 to 23:59.' });
  }, [setError]);
  return (
    <>
      <RadioChoice control={control} name="mode" label="Start mode" options={modes} hints={hints} />
      <TimeField control={control} name="start" label="Start time" />
      <TimeField control={control} name="invalid" label="Invalid time" />
    </>
  );
}

export function FormSamples() {
  return (
    <SampleSection title="Form fields">
      <Sample title="Editable, invalid">
        <Fields />
      </Sample>
      <Sample title="Read-only">
        <ReadOnlyArea reason="Your role, Auditor, does not allow changes.">
          <Fields />
        </ReadOnlyArea>
      </Sample>
    </SampleSection>
  );
}
