import { z } from 'zod';
import { credentialIdSchema } from '#domain/ids.ts';
import { passwordFault } from '#domain/response/password.ts';
import { op } from './operation.ts';

/** The special account of the server. A password goes in and never comes out. */
export const accountSchema = z
  .object({
    exists: z.boolean(),
    createdAt: z.string().nullable(),
    createdBy: z.string().nullable(),
    /** What stands for its password in policies and on devices, no secret; null while there is no account. */
    credential: credentialIdSchema.nullable(),
    /** How many policies and devices have its password set themselves: they no longer match once it is deleted. */
    usedBy: z.object({ policies: z.int(), devices: z.int() }),
  })
  .meta({ id: 'Account' });

export const accountBody = z
  .strictObject({
    password: z.string().superRefine((password, context) => {
      const message = passwordFault(password);
      if (message !== null) context.addIssue({ code: 'custom', message });
    }),
    confirmation: z.string(),
  })
  .refine((body) => body.password === body.confirmation, {
    error: 'The two passwords differ.',
    path: ['confirmation'],
    // Said beside whatever is wrong with the password itself.
    when: ({ value }) => z.object({ password: z.string(), confirmation: z.string() }).safeParse(value).success,
  })
  .meta({ id: 'NewAccount' });

export const createdAccountSchema = accountSchema
  /** What to put into a policy or a device: it stands for the password. */
  .extend({ credential: credentialIdSchema })
  .meta({ id: 'CreatedAccount' });

export const passwordCheckBody = z
  .strictObject({ password: z.string().min(1, 'Enter a password.').max(128, 'A password has at most 128 characters.') })
  .meta({ id: 'PasswordCheck' });

export const passwordCheckedSchema = z
  .object({ matches: z.boolean(), credential: credentialIdSchema.nullable() })
  .meta({ id: 'PasswordChecked' });

export const accountOperations = {
  account: op('GET', '/account', 'Whether the special account exists', { needs: 'view', answer: accountSchema }),
  createAccount: op('POST', '/account', 'Create the special account', {
    needs: 'manage-account',
    affects: ['account', 'changes'],
    body: accountBody,
    answer: createdAccountSchema,
    status: 201,
    secret: true,
  }),
  deleteAccount: op('DELETE', '/account', 'Delete the special account', {
    needs: 'manage-account',
    affects: ['account', 'changes'],
    answer: accountSchema,
  }),
  checkAccountPassword: op('POST', '/account/check', "Whether a password is the special account's", {
    needs: 'manage-account',
    body: passwordCheckBody,
    answer: passwordCheckedSchema,
    reads: true,
    secret: true,
  }),
} as const;

export type AccountView = z.infer<typeof accountSchema>;
