import { z } from 'zod';
import { credentialIdSchema } from '#domain/ids.ts';
import { passwordFault } from '#domain/response/password.ts';
import { op } from './operation.ts';

/** The special account of the server. Its password is write-only. */
export const accountSchema = z
  .object({
    exists: z.boolean(),
    createdAt: z.string().nullable(),
    createdBy: z.string().nullable(),
    /** The id that represents its password in policies and on devices, not a secret; null without an account. */
    credential: credentialIdSchema.nullable(),
    /** The number of policies and devices with this password; they no longer match after its deletion. */
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
    // Reported in addition to errors of the password itself.
    when: ({ value }) => z.object({ password: z.string(), confirmation: z.string() }).safeParse(value).success,
  })
  .meta({ id: 'NewAccount' });

export const createdAccountSchema = accountSchema
  /** The id to store in a policy or on a device instead of the password. */
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
