import { api } from '@aiwendy/sdk';
import type { Profile } from '../api';
import type { PasskeyInfo } from './api';

interface Challenge<Options> {
  ticket: string;
  options: Options;
}

/** Whether this browser can use passkeys here: they are bound to a name, so that an address of digits has none. */
export function canUsePasskeys(): boolean {
  return (
    typeof PublicKeyCredential !== 'undefined' &&
    typeof PublicKeyCredential.parseCreationOptionsFromJSON === 'function' &&
    !/^[\d.]+$|^\[/.test(window.location.hostname)
  );
}

/** Asks the browser for a new passkey and keeps it. Null when the person thought better of it. */
export async function createPasskey(password: string, name: string): Promise<PasskeyInfo | null> {
  const { ticket, options } = await api.post<Challenge<PublicKeyCredentialCreationOptionsJSON>>('/api/accounts/passkeys/creation-options', { password });
  const credential = await ask(() => navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }));
  return credential === null ? null : await api.post<PasskeyInfo>('/api/accounts/passkeys', { ticket, credential, name });
}

/** Signs in with a passkey that the browser offers. Null when the person thought better of it. */
export async function signInWithPasskey(): Promise<{ user: Profile } | null> {
  const { ticket, options } = await api.post<Challenge<PublicKeyCredentialRequestOptionsJSON>>('/api/accounts/sign-in/passkey-options');
  const credential = await ask(() => navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }));
  return credential === null ? null : await api.post<{ user: Profile }>('/api/accounts/sign-in/passkey', { ticket, credential });
}

async function ask(question: () => Promise<Credential | null>): Promise<object | null> {
  try {
    const credential = await question();
    return credential instanceof PublicKeyCredential ? (credential.toJSON() as object) : null;
  } catch (error) {
    // What browsers say when the person closes their dialog, or has the passkey already.
    if (error instanceof DOMException && ['NotAllowedError', 'AbortError', 'InvalidStateError'].includes(error.name)) {
      return null;
    }
    throw error;
  }
}
